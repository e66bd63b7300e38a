// Which kind of document is meant by words of the trade: "sla", "supplier contract", "minutes". Must not know any kind by name.
import type { Knowledge } from '../knowledge/knowledge';
import { nearest } from '../knowledge/nearest';
import { type TemplateEntry, templates } from './template';

export interface FoundKinds {
  /** One where it is clear which is meant. */
  readonly found: readonly TemplateEntry[];
  /** Where none is: those that may have been meant. */
  readonly near: readonly TemplateEntry[];
}

/** By its word, its name or a name that people use for it; else by all words standing in what is said of it, most in its name first. */
export function findKind(words: string, knowledge: Knowledge): FoundKinds {
  const all = templates(knowledge).map((entry) => ({ entry, names: namesOf(entry, knowledge) }));
  const wanted = plain(words);
  const named = all.filter(({ names }) => names.includes(wanted) || names.includes(wanted.replace(/s$/, '')));
  if (named.length > 0) return { found: named.map(({ entry }) => entry), near: [] };
  const parts = wanted.split(' ').filter((part) => part !== '');
  const scored = all.flatMap(({ entry, names }) => {
    const said = ` ${[...names, plain(entry.says)].join(' ')}`;
    if (parts.length === 0 || !parts.every((part) => said.includes(` ${part}`))) return [];
    const short = names.filter((name) => parts.some((part) => ` ${name}`.includes(` ${part}`)));
    return [{ entry, score: short.length === 0 ? 0 : Math.max(...short.map((name) => hits(name, parts) / name.split(' ').length)) }];
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const found = scored.filter(({ score }) => score === best).map(({ entry }) => entry);
  if (found.length > 0) return { found, near: [] };
  const near = nearest(
    wanted,
    all.flatMap(({ names }) => names),
  );
  return { found: [], near: all.filter(({ names }) => names.some((name) => near.includes(name))).map(({ entry }) => entry) };
}

const hits = (name: string, parts: readonly string[]) => parts.filter((part) => ` ${name}`.includes(` ${part}`)).length;

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const namesOf = ({ kind, title, also }: TemplateEntry, knowledge: Knowledge): string[] => [
  ...new Set([kind, title, knowledge.kinds.get(kind)?.title ?? '', ...also].map(plain)),
];
