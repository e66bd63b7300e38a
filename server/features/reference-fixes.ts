// For an id of something that is recorded nowhere: records it, as a line of the list where its like stand, or as a file of its own.
// Must not know any kind, sort or field by name.
import { documentOf, type Files, type Located } from '../assess/located';
import type { Knowledge, Place } from '../knowledge/knowledge';
import { schemaAt, valueAt } from '../knowledge/schema';
import type { EvidenceDocument } from '../model/document';
import type { Reader } from '../model/reader';
import { answered } from './answered';
import type { Fix } from './fix';
import { insertions } from './insert';
import { toEdits } from './snippet';
import { started } from './start';

type Offer = Pick<Fix, 'title' | 'edits' | 'files'>;

export function referenceFixes(finding: Located, files: Files, knowledge: Knowledge, reader: Reader): Fix[] {
  const { id, sort } = finding.finding.values;
  if (!('at' in finding.finding) || id === undefined || sort === undefined || finding.finding.certain) return [];
  const { doc, path } = finding.finding.at;
  const document = documentOf(doc, files)?.document.evidence;
  const refers = [(document && schemaAt(document.kind.schema, path, document.data)?.['x-refers']) ?? []].flat();
  if (!document || refers.length === 0 || reader.places(refers, id).length > 0) return [];
  // Never the first choice: the id may as well be a slip.
  return refers
    .flatMap((of) => recorded(of, id, document, files, knowledge, reader))
    .map((offer) => ({ ...offer, kind: 'quickfix', preferred: false, finding }));
}

function recorded(sort: string, id: string, from: EvidenceDocument, files: Files, knowledge: Knowledge, reader: Reader): Offer[] {
  const lists = listsOf(sort, from, files, knowledge);
  const lines = lists.flatMap((list) => line(list, id, from, files, knowledge));
  if (lines.length > 0) return lines.slice(0, 1);
  const kind = knowledge.kinds.get(sort);
  const start = kind && started(kind, id, from.uri, reader, { exact: true });
  return start ? [{ title: `Start the ${kind.title} "${id}" in "${start.name}"`, edits: [], files: [start.change] }] : [];
}

interface List {
  readonly document: EvidenceDocument;
  readonly place: Place;
}

/** The lists at the top of documents in which things of that sort stand, those of the same document first. */
function listsOf(sort: string, from: EvidenceDocument, files: Files, knowledge: Knowledge): List[] {
  const places = (knowledge.places.get(sort) ?? []).filter(({ fields }) => fields.length === 1 && fields[0]?.each);
  const documents = [...files.values()].flatMap((f) => f.documents.flatMap((d) => d.evidence ?? []));
  return documents
    .filter((d) => d.kind.form === 'register' || d === from || d.kind.form === 'controlled')
    .flatMap((document) => places.filter((p) => p.kind === document.kind.kind).map((place) => ({ document, place })))
    .sort((a, b) => Number(b.document === from) - Number(a.document === from));
}

function line({ document, place }: List, id: string, from: EvidenceDocument, files: Files, knowledge: Knowledge): Offer[] {
  const file = files.get(document.uri);
  const name = place.fields[0]?.name ?? '';
  const there = valueAt(document.data, name);
  if (!file) return [];
  const at = Array.isArray(there) && there.length > 0 ? [name, there.length] : [name];
  const drafts = insertions([at], document, file.read.text, knowledge.kinds);
  const edits = toEdits(drafts.map((d) => answered(d, { id })));
  if (edits.length === 0) return [];
  const title = `Add "${id}" to the ${document.kind.title}${document.id.includes('#') ? '' : ` "${document.id}"`}`;
  return document.uri === from.uri ? [{ title, edits }] : [{ title, edits: [], files: [{ is: 'edit', uri: document.uri, edits }] }];
}
