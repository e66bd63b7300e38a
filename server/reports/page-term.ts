// The pages of a term and of a process. Must not know any of them by name.
import { processOf } from '../knowledge/kind';
import { MAPPING } from '../knowledge/proves';
import type { Kind, Process, Term } from '../knowledge/types';
import { list, section, text } from './markdown';
import type { Source } from './page';
import { basisWords, demandLine, demandLink, kindLink, termLink } from './page-words';

export function termPage({ meaning, short, also = [], seeAlso = [], kinds = [], demands = [] }: Term, source: Source): string[] {
  const names = [...(short === undefined ? [] : [short]), ...also];
  const asked = source.knowledge.demands.filter((d) => demands.includes(d.id));
  return [
    text(meaning),
    ...(names.length > 0 ? [`Also called ${text(names.join(', '))}.`] : []),
    ...section('See also', seeAlso.map((term) => termLink(term, source)).join(', ')),
    ...section('Documents where it matters', list(kinds.map((kind) => kindLink(kind, source)))),
    ...section('Demands', list(asked.map((demand) => demandLine(demand, source)))),
  ];
}

export function clausePage({ clause, objective, iso2018 }: Process, source: Source): string[] {
  const { knowledge } = source;
  const demands = knowledge.demands.filter((d) => d.process.clause === clause);
  const kinds = [...knowledge.kinds.values()].filter((kind) => processOf(kind, knowledge)?.clause === clause);
  return [
    text(objective),
    `Clause ${clause} of the 2011 edition; ${iso2018.join(', ')} of the 2018 edition.`,
    MAPPING,
    ...section(
      'Demands',
      list(
        demands.map((demand) => ({
          says: `${demandLink(demand, source)}: ${text(demand.demand)}`,
          more: [`${demand.stage}; ${basisWords(demand)}${demand.iso2018 === '-' ? '' : `; 2018: ${demand.iso2018}`}`],
        })),
      ),
    ),
    ...section('Documents', list(kinds.map((kind) => kindLine(kind, source)))),
  ];
}

export const kindLine = ({ kind, says }: Kind, source: Source): string => `${kindLink(kind, source)}: ${text(says)}`;
