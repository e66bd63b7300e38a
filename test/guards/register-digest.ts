// The demands of each clause and edition as a count and a hash, so that what was taken from the register can be told from what was
// changed since, also where the register doesn't lie beside this folder. Must not hold any of the register's own facts.
import { createHash } from 'node:crypto';
import type { Edition, RawDemand } from '../../server/knowledge/types';

/** By edition and clause: "41 demands, 3f9a…". */
export type Digest = Readonly<Record<Edition, Readonly<Record<string, string>>>>;

/** By the number that a demand's id begins with; in each its id and whether it is only usual evidence there. */
export function digestOf(demands: readonly RawDemand[]): Digest {
  const of = (edition: Edition) => {
    const asked = demands.filter((d) => (edition === '2011' ? d.only !== 2018 : d.iso2018 !== '-'));
    const clauses = [...new Set(asked.map(clauseOf))].sort();
    return Object.fromEntries(
      clauses.map((clause) => [
        clause,
        inShort(
          asked.filter((d) => clauseOf(d) === clause),
          edition,
        ),
      ]),
    );
  };
  return { '2011': of('2011'), '2018': of('2018') };
}

const clauseOf = ({ id }: RawDemand) => id.slice(0, id.indexOf('-'));

function inShort(demands: readonly RawDemand[], edition: Edition): string {
  const lines = demands.map(({ id, basis }) => `${id} ${basis?.[edition] ?? 'full'}`).sort();
  return `${lines.length} demands, ${createHash('sha256').update(lines.join('\n')).digest('hex')}`;
}
