// Every sentence with which a finding may be told, filled with the values of an example, so that all can be read one after the other.
// Must not know any of them by name.
import type { Knowledge } from '../knowledge/knowledge';
import type { Demand, Lack } from '../knowledge/types';
import { fill, type NamedRule } from '../rules/rule';

export interface Message {
  /** The code it is told under. */
  readonly id: string;
  readonly of: 'finding' | 'lack' | 'overdue' | 'rule' | 'second place' | 'working' | 'fix';
  readonly says: string;
}

export function messages(knowledge: Knowledge, rules: readonly NamedRule[]): Message[] {
  return [
    ...[...knowledge.findings].flatMap(([id, { says, do: advice, because, fix, example = {} }]): Message[] => [
      { id, of: 'finding', says: fill(`${says} ${advice}`.trim(), example) },
      ...(because === undefined ? [] : [{ id, of: 'second place' as const, says: fill(because, example) }]),
      ...(fix === undefined ? [] : [{ id, of: 'fix' as const, says: fill(fix, example) }]),
    ]),
    ...knowledge.demands.flatMap((d) => ofDemand(d, knowledge)),
    ...rules.flatMap(({ id, says, do: advice, because, works, fix, example = {} }): Message[] => [
      { id, of: 'rule', says: fill(`${says} ${advice}`, example) },
      { id, of: 'second place', says: fill(because, example) },
      ...(works === undefined ? [] : [{ id, of: 'working' as const, says: fill(works, example) }]),
      ...(fix === undefined ? [] : [{ id, of: 'fix' as const, says: fill(fix, example) }]),
    ]),
  ];
}

/** The words of a demand where something that exists is late or lacks a document. */
function ofDemand(demand: Demand, knowledge: Knowledge): Message[] {
  const of = demand.each?.of ?? '';
  // A thing of the sort that is asked, as its own schema shows it.
  const schema = knowledge.places.get(of)?.[0]?.schema ?? knowledge.kinds.get(of)?.schema;
  const shown = (key: string) => String(schema?.properties.get(key)?.examples?.[0] ?? `some-${of}`);
  const name = ['name', 'title', 'id'].find((key) => schema?.properties.has(key)) ?? 'id';
  const example = { ...EXAMPLE, id: shown('id'), name: shown(name), kind: knowledge.kinds.get(of)?.title ?? schema?.title ?? of };
  const said = (lack: Lack | undefined, as: 'lack' | 'overdue'): Message[] =>
    lack === undefined
      ? []
      : [
          ...[lack.says, lack.never, lack.undated]
            .flatMap((words) => (words === undefined ? [] : [`${words} ${lack.do}`]))
            .map((words): Message => ({ id: lack.id, of: as, says: fill(words, example) })),
          ...(lack.because === undefined ? [] : [{ id: lack.id, of: 'second place' as const, says: fill(lack.because, example) }]),
        ];
  return [...said(demand.lacks, 'lack'), ...said(demand.overdue, 'overdue')];
}

const EXAMPLE = { last: '2025-04-02', due: '2026-04-02', interval: '1 year', grace: '14 days', days: '236', clause: 'Clause 6.1' } as const;

/** One a line, those of one code together. */
export const messageList = (all: readonly Message[]): string => all.map(({ id, of, says }) => `${id} (${of})\n    ${says}`).join('\n');
