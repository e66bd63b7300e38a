// What there is to say about a kind of document, in Markdown. Must not know any kind by name.
import { fileNameOf, processOf } from '../knowledge/kind';
import type { Knowledge } from '../knowledge/knowledge';
import { MAPPING, type Proofs } from '../knowledge/proves';
import type { Demand, Edition, Kind } from '../knowledge/types';

/** What it is for, the objective of its process, what it proves by clause, its file name. At most fourteen lines. */
export function kindWords(kind: Kind, proofs: Proofs, knowledge: Knowledge, edition: Edition = '2011'): string {
  const process = processOf(kind, knowledge);
  const demands = knowledge.demands.filter((d) => [...proofs].some(([key, of]) => isOf(key, kind) && of.includes(d)));
  const lines = byClause(demands, edition);
  return [
    `**${kind.title}** · \`${kind.kind}\`${process ? ` · ${process.name}` : ''}`,
    kind.says,
    process && `*Objective:* ${process.objective}`,
    lines.length > 0 ? `It proves:\n${lines.join('\n')}` : undefined,
    `By convention in a file \`${fileNameOf(kind)}\`.${lines.length > 0 ? ` ${MAPPING}` : ''}`,
  ]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

const isOf = (key: string, { kind }: Kind) => key.startsWith(`${kind}.`);

/** One line for each process, the clauses of the edition in force first, the demands by their titles. */
function byClause(demands: readonly Demand[], edition: Edition): string[] {
  const lines = new Map<string, { names: string[]; clauses: Set<string> }>();
  for (const demand of demands) {
    const line = lines.get(demand.process.name) ?? { names: [], clauses: new Set() };
    lines.set(demand.process.name, line);
    line.names.push(demand.title);
    for (const clause of demand.iso2018.split(', ')) if (clause !== '-') line.clauses.add(clause);
  }
  const all = [...lines].map(([name, { names, clauses }]) => {
    const of2011 = name.split(' ')[0] ?? '';
    const of2018 = [...clauses].sort().join(', ');
    const both = edition === '2018' ? `${of2018} · 2011: ${of2011}` : `${of2011} · 2018: ${of2018}`;
    return `- **${of2018 === '' ? of2011 : both}** ${listed(names)}`;
  });
  return all.length > 5 ? [...all.slice(0, 4), `- and ${all.length - 4} more clauses`] : all;
}

/** So many are named, then only counted: a hover is read at a glance. */
const NAMED = 6;

const listed = (names: readonly string[]) =>
  names.length > NAMED + 1 ? `${names.slice(0, NAMED).join(', ')} and ${names.length - NAMED} more` : names.join(', ');
