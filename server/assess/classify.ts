// Which YAML documents of a text are ours, and the findings on those that were meant to be. Must not know any kind by name.
import type { Knowledge } from '../knowledge/knowledge';
import { nearest } from '../knowledge/nearest';
import type { Kind } from '../knowledge/types';
import { wordOf } from '../model/document';
import type { YamlDocument } from '../model/node';

export type Class =
  | { readonly is: 'evidence'; readonly kind: Kind }
  /** Meant as evidence, but of no kind of ours. */
  | { readonly is: 'unknown kind'; readonly word: string; readonly suggest: readonly string[]; readonly certain: boolean }
  /** A kind of ours under a key that is `kind` but for its capitals. */
  | { readonly is: 'misspelt key'; readonly key: string }
  /** The file's name says evidence, but no kind is written. */
  | { readonly is: 'no kind'; readonly suffix: string }
  | { readonly is: 'foreign' };

/** Ours by a top-level `kind` of ours, and no `apiVersion`. A file that is none of ours gets nothing and costs nothing. */
export function classify(document: YamlDocument, uri: string, knowledge: Knowledge): Class {
  const word = wordOf(document.fields, 'kind');
  const suffix = suffixOf(uri, knowledge);
  if (document.fields.some((f) => f.key === 'apiVersion')) return { is: 'foreign' };
  const key = word === undefined ? document.fields.find((f) => f.key.toLowerCase() === 'kind')?.key : undefined;
  if (key !== undefined && byName(wordOf(document.fields, key) ?? '', knowledge)) return { is: 'misspelt key', key };
  if (word === undefined)
    return suffix !== undefined && (document.fields.length > 0 || document.other) ? { is: 'no kind', suffix } : { is: 'foreign' };
  const kind = knowledge.kinds.get(word);
  if (kind) return { is: 'evidence', kind };
  const named = byName(word, knowledge);
  if (named) return { is: 'unknown kind', word, suggest: [named.kind], certain: true };
  const near = nearest(word, knowledge.kinds.keys());
  if (suffix === undefined && near.length === 0) return { is: 'foreign' };
  return { is: 'unknown kind', word, suggest: near.length > 0 || suffix === undefined ? near : [suffix], certain: false };
}

/** The kind that a word names in full, or in other letters: "Service Level Agreement", "SLA". */
function byName(word: string, { kinds }: Knowledge): Kind | undefined {
  const plain = (text: string) =>
    text
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, ' ');
  const wanted = plain(word);
  return [...kinds.values()].find(({ kind, title }) => plain(kind) === wanted || plain(title) === wanted);
}

/** The kind that a file's name claims: `mail.sla.yaml`, `sms.yaml`. */
export function suffixOf(uri: string, knowledge: Knowledge): string | undefined {
  const parts = uri.slice(uri.lastIndexOf('/') + 1).split('.');
  if (parts.length < 2 || !/^ya?ml$/i.test(parts.at(-1) ?? '')) return undefined;
  const word = parts.at(-2) ?? '';
  const claims = parts.length > 2 || knowledge.kinds.get(word)?.form === 'manifest';
  return claims && knowledge.kinds.has(word) ? word : undefined;
}
