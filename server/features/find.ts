// Finding one's way by ids: where what an id stands for is written, where it is used, and where else in this file.
// Must not know any kind or sort by name.
import { type Files, locateSpot, type Stretch } from '../assess/located';
import { definitionsOf, nameAt, usesOf } from './names';
import type { Question } from './question';

/** Several where versions stand side by side. */
export function definition(question: Question, files: Files): Stretch[] {
  const name = nameAt(question);
  return name ? definitionsOf(name.things, files, question.reader) : [];
}

/** In the order of the files. */
export function references(question: Question, files: Files, withDefinition: boolean): Stretch[] {
  const name = nameAt(question);
  if (!name) return [];
  const uses = usesOf(name.things, question.reader).flatMap(
    ({ reference: r }) => locateSpot({ doc: r.doc, path: r.path, on: 'value' }, files) ?? [],
  );
  const all = withDefinition ? [...definitionsOf(name.things, files, question.reader), ...uses] : uses;
  const once = [...new Map(all.map((s) => [`${s.uri} ${s.start}`, s])).values()];
  return once.sort((a, b) => (a.uri === b.uri ? a.start - b.start : a.uri < b.uri ? -1 : 1));
}

export const highlights = (question: Question, files: Files): Stretch[] =>
  references(question, files, true).filter((s) => s.uri === question.file.uri);
