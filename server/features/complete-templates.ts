// Completion of whole documents where nothing is written yet, and of the word that says what a document is.
// Must not know any kind by name.
import { suffixOf } from '../assess/classify';
import type { Completion } from './completion';
import type { Place } from './place';
import type { Question } from './question';
import { plainText, toSnippet } from './snippet';
import { eolOf, lineStart } from './style';
import { idIn, templates, templateTokens } from './template';

/** Every template, the one that the file's name claims first. Its id is that of the file's name. */
export function templateItems(place: Place, { file, knowledge, reader }: Question): Completion[] {
  const suffix = suffixOf(file.uri, knowledge);
  const eol = eolOf(file.read.text);
  return templates(knowledge).flatMap((entry, i): Completion[] => {
    const kind = knowledge.kinds.get(entry.kind);
    if (!kind) return [];
    const id = entry.kind === suffix ? idIn(file.uri) : undefined;
    const tokens = templateTokens(kind, id, eol, reader);
    return [
      {
        label: entry.title,
        kind: 'template',
        detail: entry.says,
        data: { kind: entry.kind, path: [] },
        sort: `${entry.kind === suffix ? '01' : 2}${String(i).padStart(3, '0')}`,
        filter: `${entry.kind} ${entry.title}`,
        edit: { start: lineStart(file.read.text, place.start), end: place.end, text: plainText(tokens), snippet: toSnippet(tokens) },
      },
    ];
  });
}

/** The line that says what a document is, for every kind: the one that the file's name claims first, then as the templates stand. */
export function kindLines(place: Place, { file, knowledge }: Question): Completion[] {
  const suffix = suffixOf(file.uri, knowledge);
  const start = lineStart(file.read.text, place.start);
  return templates(knowledge).map(({ kind, title }, i) => ({
    label: `kind: ${kind}`,
    kind: 'value',
    detail: title,
    edge: title,
    data: { kind, path: [] },
    sort: `${kind === suffix ? '00' : 1}${String(i).padStart(3, '0')}`,
    filter: `kind: ${kind} ${title}`,
    edit: { start, end: place.end, text: `kind: ${kind}` },
  }));
}

/** Every kind by its word. */
export function kindItems({ start, end, needsSpace }: Place, { file, knowledge }: Question): Completion[] {
  const suffix = suffixOf(file.uri, knowledge);
  return [...knowledge.kinds.values()].map((kind, i) => ({
    label: kind.kind,
    kind: 'value',
    detail: kind.title,
    edge: kind.title,
    data: { kind: kind.kind, path: [] },
    sort: `${kind.kind === suffix ? 0 : 1}${String(i).padStart(3, '0')}`,
    filter: kind.kind,
    edit: { start, end, text: needsSpace ? ` ${kind.kind}` : kind.kind },
  }));
}
