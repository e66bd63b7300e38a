// A new file of evidence that settles a finding elsewhere: from its kind's template, with what is known filled in.
// Promises, approvals and people never are. Must not know any kind by name, nor which finding it settles.
import { formats } from '../knowledge/formats';
import { fileNameOf } from '../knowledge/kind';
import type { Kind } from '../knowledge/types';
import type { Reader } from '../model/reader';
import type { Creation } from './fix';
import { firstQuestion, plainText, type Token, toSnippet } from './snippet';
import { type Chosen, templateTokens } from './template';

interface Started {
  /** Its name without a folder. */
  readonly name: string;
  readonly change: Creation;
}

/**
 * A document of that kind in the folder of `beside`, a file's uri. `id` where it is free, else with a number behind it
 * (`exact`: only where it is free). Undefined where it can't be an id, or the file is there.
 */
export function started(
  kind: Kind,
  id: string,
  beside: string,
  reader: Reader,
  more: { about?: Chosen; exact?: true } = {},
): Started | undefined {
  if (!formats.identifier(id)) return undefined;
  const folder = beside.slice(0, beside.lastIndexOf('/') + 1);
  const taken = new Set(reader.ids(kind.kind));
  const candidates = more.exact ? [id] : [id, ...Array.from({ length: 8 }, (_, i) => `${id}-${i + 2}`)];
  const uri = (as: string) => folder + encodeURIComponent(fileNameOf(kind, as));
  const free = candidates.find((as) => !taken.has(as) && !reader.hasFile(uri(as)));
  if (free === undefined || !uri(free).startsWith(`${reader.pack.folder}/`)) return undefined;
  return { name: fileNameOf(kind, free), change: creation(uri(free), templateTokens(kind, free, '\n', reader, more.about)) };
}

export function creation(uri: string, tokens: readonly Token[]): Creation {
  const asks = firstQuestion(tokens);
  return { is: 'create', uri, text: plainText(tokens), snippet: toSnippet(tokens), ...(asks && { asks }) };
}
