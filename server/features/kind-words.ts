// What there is to say about a kind of document, in Markdown. Must not know any kind by name.
import { fileNameOf, processOf } from '../knowledge/kind';
import type { Knowledge } from '../knowledge/knowledge';
import { MAPPING, type Proofs } from '../knowledge/proves';
import type { Demand, Kind } from '../knowledge/types';

/** What it is for, the objective of its process, what it proves by clause, its file name. At most fourteen lines. */
export function kindWords(kind: Kind, proofs: Proofs, knowledge: Knowledge): string {
  const process = processOf(kind, knowledge);
  const demands = knowledge.demands.filter((d) => [...proofs].some(([key, of]) => isOf(key, kind) && of.includes(d)));
  const lines = byClause(demands, kind);
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

/** One line for each process, the demands in short as their ids have them. */
function byClause(demands: readonly Demand[], kind: Kind): string[] {
  const lines = new Map<string, { names: string[]; clauses: Set<string> }>();
  for (const demand of demands) {
    const line = lines.get(demand.process.name) ?? { names: [], clauses: new Set() };
    lines.set(demand.process.name, line);
    line.names.push(shortOf(demand, kind));
    for (const clause of demand.iso2018.split(', ')) if (clause !== '-') line.clauses.add(clause);
  }
  const all = [...lines].map(([name, { names, clauses }]) => {
    const also = clauses.size > 0 ? ` · 2018: ${[...clauses].sort().join(', ')}` : '';
    return `- **${name.split(' ')[0]}${also}** ${names.join(', ')}`;
  });
  return all.length > 5 ? [...all.slice(0, 4), `- and ${all.length - 4} more clauses`] : all;
}

/** `7.2-contract-targets` of a contract → "targets". */
function shortOf({ id }: Demand, { kind }: Kind): string {
  const words = id.slice(id.indexOf('-') + 1);
  return (words.startsWith(`${kind}-`) ? words.slice(kind.length + 1) : words).replaceAll('-', ' ');
}
