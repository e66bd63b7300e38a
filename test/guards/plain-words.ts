// Whether a sentence says anything that the name it explains doesn't say, and whether two sentences say the same. Crude on purpose:
// what it catches is surely empty. Must not read files, nor know any field, term or demand by name.
import type { Knowledge } from '../../server/knowledge/knowledge';

/** Words that carry nothing by themselves. */
const STOP = new Set(
  `a an the this that these those it its he she they them their there here who whom whose which what when where how why and or but nor not no none
  i you your yours we our us me my of in on at by to from for with without as is are was were be been being has have had does do did can could may must should will would
  one ones each every any all some other another such same own than then so if only also just very out up down over about into
  thing things something name names named field value document give gives given say says said tell tells describe describes
  description list lists kind type id identifier`.split(/\s+/),
);

/** What is left of a text: its words without what carries nothing, each down to its stem. */
export function contentOf(text: string): ReadonlySet<string> {
  const words =
    text
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return new Set(words.filter((word) => word.length > 1 && !STOP.has(word)).map(stem));
}

/** `agreements`, `agreed`, `agreeing` → `agre`: enough to know a word again. */
function stem(word: string): string {
  const short = word.replace(/(?:ements?|ments?|ations?|ings?|ies|ied|ers?|ed|es|ly|s|y|e)$/, '');
  return short.length >= 3 ? short : word;
}

/** Nothing to learn from `text` beyond `names`; undefined where there is. */
export function rewording(text: string, names: readonly string[]): string | undefined {
  const known = contentOf(names.join(' '));
  const said = contentOf(text);
  const news = [...said].filter((word) => !known.has(word));
  if (news.length === 0) return said.size === 0 ? 'says nothing' : 'only rewords its name';
  return said.size < LEAST ? 'is too short to tell anything' : undefined;
}

/** Fewer words that carry something than this make no explanation. */
const LEAST = 2;

/** A line of the coverage view has room for no more. */
const LONGEST = 40;

/** So many of its words in the other one make a sentence a rewording of it. */
const SAME = 0.6;

/** The share of the words of one text that the other has, too: 0 to 1. */
export function sameness(text: string, other: string): number {
  const said = contentOf(text);
  const known = contentOf(other);
  return said.size === 0 ? 0 : [...said].filter((word) => known.has(word)).length / said.size;
}

/** Each demand tells apart what is asked, why, what an auditor looks at and what usually goes wrong; each term says what its names don't. */
export function wordingFaults({ demands, glossary }: Pick<Knowledge, 'demands' | 'glossary'>): string[] {
  const seen = new Map<string, string>();
  const twice = (id: string, text: string) => {
    const first = seen.get(text);
    if (first === undefined) seen.set(text, id);
    return first === undefined ? [] : [`${id}: the same words as in ${first}: ${text}`];
  };
  return [
    ...demands.flatMap(({ id, title, demand, why, auditor, nonconformity }) => [
      ...twice(id, title),
      ...(title.length > LONGEST || title === '' ? [`${id}: the title "${title}" is no few words`] : []),
      ...[why, auditor, nonconformity].flatMap((text) => twice(id, text)),
      ...(contentOf(nonconformity).size < 4 ? [`${id}: "${nonconformity}" names nothing that goes wrong`] : []),
      ...(/[.!?]\s+\S/.test(nonconformity) ? [`${id}: more than one sentence: ${nonconformity}`] : []),
      ...[why, auditor].flatMap((text) => (sameness(nonconformity, text) >= SAME ? [`${id}: rewords "${text}": ${nonconformity}`] : [])),
      ...[why, auditor, nonconformity].flatMap((text) => (rewording(text, [demand]) ? [`${id}: rewords the demand: ${text}`] : [])),
    ]),
    ...glossary.flatMap(({ term, short = '', also = [], meaning }) => {
      const fault = rewording(meaning, [term, short, ...also]);
      return fault ? [`${term}: the meaning ${fault}: ${meaning}`] : [];
    }),
  ];
}
