// What is wrong with the exports that a document points to: the files, their mappings and their rows; and where it is shown.
// Must not know any kind or field by name.
import type { Knowledge } from '../knowledge/knowledge';
import type { Path } from '../knowledge/schema';
import type { EvidenceDocument } from '../model/document';
import { constantAt, exportAt } from '../model/expand';
import type { Export } from '../model/export';
import { fill } from '../rules/rule';
import type { TextFinding } from './file';
import type { Because, Finding } from './finding';
import { sayer } from './say';

/** Of files, mappings and values; rows that can't be read at all are the file's own: see `rowFindings`. */
export function exportFindings(document: EvidenceDocument, knowledge: Knowledge): readonly Finding[] {
  const say = sayer(document.key, knowledge);
  return document.exports.flatMap((e) => [
    ...e.faults.flatMap(({ code, path, values, suggest = [] }) =>
      say(code, [...e.path, ...path], 'value', values, suggest, suggest.length === 1 && e.table === undefined).map((f) =>
        settled(f, knowledge),
      ),
    ),
    ...e.itemFaults.flatMap(({ code, path, values }) => say(code, [...e.path, ...path], 'value', values)),
  ]);
}

/** A hash can be taken over as it is now. */
function settled(finding: Finding, knowledge: Knowledge): Finding {
  const { now, file = '' } = finding.values;
  if (now === undefined) return finding;
  const title = fill(knowledge.findings.get(finding.code)?.fix ?? '', { file });
  const last = finding.at.path.at(-1);
  const at = last === HASH ? finding.at : { ...finding.at, path: [...finding.at.path.slice(0, -1), HASH] };
  return { ...finding, mend: { title, at, to: now } };
}
const HASH = 'sha256';

/** Everything that is shown in an export's own text. `judged` gives what was found in a document by its key. */
export function rowFindings(
  uri: string,
  documents: readonly EvidenceDocument[],
  judged: (doc: string) => readonly Finding[],
  knowledge: Knowledge,
): (Finding | TextFinding)[] {
  return documents.flatMap((document) => [
    ...document.exports.filter((e) => e.uri === uri).flatMap((e) => brokenRows(e, document, knowledge)),
    ...judged(document.key).flatMap((f) => {
      if (constantAt(document, f.at.path)) return [];
      const row = exportAt(document, f.at.path);
      return row?.of.uri === uri && !isUntold(f, row.of, row.below) ? [inRow(f, row.of, row.below, document)] : [];
    }),
  ]);
}

/** It lacks only what comes from a column that isn't there, which is told once and not in each row. */
function isUntold(f: Finding, e: Export, below: Path): boolean {
  const required = f.code === 'missing-field' ? [[...below.slice(1), f.values.key ?? '']] : [];
  const fields = f.missing?.map((path) => path.slice(e.path.length + 1)) ?? required;
  const untold = e.faults.flatMap((fault) => (fault.code === 'export-no-column' ? [fault.values.field] : []));
  return fields.length > 0 && fields.every((field) => untold.includes(field.join('.')));
}

function inRow(f: Finding, e: Export, below: Path, document: EvidenceDocument): Finding {
  const fields = [below.slice(1), ...(f.missing ?? []).map((path) => path.slice(e.path.length + 1))].map((path) => path.join('.'));
  return {
    ...f,
    because: [...f.because, readAs(e, below, document)],
    alike: [document.key, e.path.join('.'), f.code, ...fields].join(' '),
  };
}

function brokenRows(e: Export, document: EvidenceDocument, knowledge: Knowledge): TextFinding[] {
  const say = sayer(document.key, knowledge);
  return e.broken.flatMap(({ code, values, start, end }) =>
    say(code, e.path, 'value', values).map(({ at: _at, ...f }) => ({
      ...f,
      range: { start, end },
      alike: [document.key, e.path.join('.'), code].join(' '),
      because: [pointing(e, document, `The rows of the export are read as "${nameOf(e)}" here.`)],
    })),
  );
}

/** Where it is said that a row counts, and which of its columns this is. */
function readAs(e: Export, [index, ...below]: Path, document: EvidenceDocument): Because {
  const field = below.filter((key) => typeof key === 'string').join('.');
  const column = e.headings.get(field) ?? e.headings.get(field.split('.')[0] ?? '');
  const row = rowWords(e, String(e.numbers[Number(index)] ?? ''));
  return pointing(e, document, column === undefined ? row : `${row} Its column "${column}" is read as "${field}".`);
}

const rowWords = (e: Export, row: string): string => `Row ${row} of the export counts as one of "${nameOf(e)}" here.`;

const nameOf = (e: Export): string => String(e.path.at(-1));

const pointing = (e: Export, document: EvidenceDocument, message: string): Because => ({
  at: { doc: document.key, path: [...e.path, 'export'], on: 'value' },
  message,
});
