// The page of a kind of document: what it is for, how it counts, its fields, its template. Must not know any kind by name.
import { fileNameOf, processOf } from '../knowledge/kind';
import type { Form, Kind, Schema } from '../knowledge/types';
import { code, codeBlock, list, section, text } from './markdown';
import { type Source, toPage } from './page';
import { type Aside, fieldItems } from './page-fields';
import { termLink } from './page-words';

const FORMS: Readonly<Record<Form, string>> = {
  manifest: 'the manifest. There is one for the whole management system, and it always counts.',
  controlled:
    'a controlled document. It counts while its status is `agreed` and its dates hold today; in a draft, gaps are only hinted at.',
  register: 'a register. It is kept up and always counts.',
  record: 'a record. It counts when its date or period lies in the audit period.',
  entry: 'one entry of a register, as a document of its own.',
  own: 'a help for this tool. By itself it proves nothing.',
};

export function kindPage(kind: Kind, source: Source): string[] {
  const process = processOf(kind, source.knowledge);
  const asides = new Map<Aside, Schema>();
  const fields = list(fieldItems(kind.schema, { kind: kind.kind, names: [], asides }, source));
  const many =
    kind.list === undefined
      ? []
      : [`One file may hold many of them, in a list under ${code(kind.list)}: each then has the fields told here.`];
  return [
    text(kind.says),
    list([
      `Name in full: ${text(kind.title)}`,
      `Process: ${process ? toPage('clauses', process.clause, process.name, source) : 'all of them'}`,
      `File: ${code(fileNameOf(kind))} by convention`,
      `Form: ${FORMS[kind.form]}`,
    ]),
    ...many,
    ...section('Fields', LEGEND, fields),
    ...[...asides].sort().flatMap(([aside, schema]) => section(ASIDES[aside], asideFields(aside, schema, kind, source))),
    ...section('Template', codeBlock('yaml', kind.template)),
    ...section('Words', termsOf(kind, source)),
  ];
}

const LEGEND = [
  'Mandatory: a demand asks for it, wherever that demand holds.',
  'Usual evidence: no demand of the standard, but auditors ask for it.',
  'Always needed: without it nobody can tell what the part is about.',
].join(' ');

const ASIDES: Readonly<Record<Aside, string>> = { pointer: 'Pointer', export: 'Export' };

/** What is the same wherever it stands is told once. */
const asideFields = (aside: Aside, { properties }: Schema, { kind }: Kind, source: Source): string =>
  list(fieldItems({ types: ['object'], properties }, { kind, names: [aside], asides: new Map() }, source));

function termsOf({ kind }: Kind, source: Source): string {
  const terms = source.knowledge.glossary.filter((term) => term.kinds?.includes(kind));
  return terms.map(({ term }) => termLink(term, source)).join(', ');
}
