// Another id for a thing: wherever it is written and used, over the whole SMS, and nothing else.
// Must not know any kind or sort by name.
import { sortTitle } from '../assess/context';
import { type Files, locateSpot } from '../assess/located';
import { formats } from '../knowledge/formats';
import type { Thing } from '../model/pack';
import { nameAt, usesOf } from './names';
import type { Question } from './question';
import { replaceWord } from './replace-word';
import type { Edit } from './snippet';

/** Why nothing is renamed, in words for the author. */
export interface Refused {
  readonly refused: string;
}

export interface FileEdit extends Edit {
  readonly uri: string;
}

/** What would be renamed: its place, and the id that stands there now. */
export function renameable(question: Question): { readonly start: number; readonly end: number; readonly id: string } | Refused {
  const name = nameAt(question);
  if (!name)
    return { refused: 'There is no id here that can be given another name. Point at the id of something, or at a place where it is used.' };
  return { start: name.start, end: name.end, id: name.id };
}

/** The edits in all files, or why there are none. */
export function rename(question: Question, to: string, files: Files): readonly FileEdit[] | Refused {
  const name = nameAt(question);
  const here = renameable(question);
  if (!name || 'refused' in here) return 'refused' in here ? here : { refused: 'There is no id here.' };
  if (to === name.id) return [];
  if (!formats.identifier(to))
    return { refused: `"${to}" can't be an id: an id has letters, digits and hyphens only, and begins with a letter or digit.` };
  const clash = name.things.flatMap((thing) => taken(thing, to, question))[0];
  if (clash) return { refused: `There is already a ${sortTitle(question.knowledge, clash.sort)} with the id "${to}".` };
  const own = name.things.map((t) => ({ doc: t.doc, path: [...t.path, 'id'], word: to }));
  const uses = usesOf(name.things, question.reader).map(({ reference: r, half }) => {
    const slash = r.id.lastIndexOf('/');
    const word = half === 'whole' ? to : half === 'before' ? `${to}${r.id.slice(slash)}` : `${r.id.slice(0, slash)}/${to}`;
    return { doc: r.doc, path: r.path, word };
  });
  const edits = [...own, ...uses].map(({ doc, path, word }) => {
    const place = locateSpot({ doc, path, on: 'value' }, files);
    const text = place && files.get(place.uri)?.read.text;
    const replaced = place && text !== undefined ? replaceWord(text, place, word) : undefined;
    return place && replaced && { ...replaced.edit, uri: place.uri };
  });
  const foreign = edits.find((e) => e && files.get(e.uri)?.documents.length === 0);
  if (foreign) {
    const file = decodeURIComponent(foreign.uri.slice(foreign.uri.lastIndexOf('/') + 1));
    return {
      refused: `"${name.id}" also stands in "${file}", which another tool wrote: rename it there and export it again. Nothing was renamed.`,
    };
  }
  const all = edits.filter((e) => e !== undefined);
  // What is written once for many rows is changed once.
  const once = [...new Map(all.map((e) => [`${e.uri} ${e.start}`, e])).values()];
  if (all.length < edits.length)
    return { refused: `"${name.id}" also stands in a text over several lines, which can't be changed for sure. Nothing was renamed.` };
  return once.sort((a, b) => (a.uri === b.uri ? a.start - b.start : a.uri < b.uri ? -1 : 1));
}

/** What is known by the new id already. */
function taken(thing: Thing, to: string, { reader }: Question): readonly Thing[] {
  const root = thing.path.length > 0 ? reader.root(thing) : undefined;
  const isWithin = root !== undefined && thing.id === `${root.id}/${String(reader.at(thing, 'id').value)}`;
  return reader.find(thing.sort, isWithin ? `${root.id}/${to}` : to);
}
