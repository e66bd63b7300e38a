// Beginning a waiver for a finding: a document of its own, or one more in the file where the others stand, with what is known filled in.
// Why, by whom and until when are its author's to say: until they have answered, nothing is waived. Must not know any finding by name.

import { BASELINE } from '../assess/baseline';
import type { FileFinding, Finding } from '../assess/finding';
import type { Files, Located } from '../assess/located';
import { WAIVER } from '../assess/waivers';
import { fileNameOf } from '../knowledge/kind';
import type { Knowledge } from '../knowledge/knowledge';
import type { Kind } from '../knowledge/types';
import { innermost } from '../model/innermost';
import { horizonOf } from '../model/manifest';
import type { Reader } from '../model/reader';
import { scalarText } from '../model/yaml-text';
import type { FileChange, Fix } from './fix';
import { besideAlike } from './new-evidence';
import { choicesOf } from './piece';
import { questionsIn } from './questions';
import { firstQuestion, plainText, type Token } from './snippet';
import { creation } from './start';
import { toId } from './to-id';

/** One for each gap that a finding stands for; none for what is wrong with the words of a document, or with waivers themselves. */
export function waivings(finding: Located, knowledge: Knowledge, reader: Reader, files: Files): Fix[] {
  const kind = knowledge.kinds.get(WAIVER);
  const whole: readonly FileFinding[] = finding.whole ?? [finding.finding];
  return whole.flatMap((f) => {
    const gap = kind && 'at' in f && mayBeWaived(f, knowledge, reader) ? gapOf(f, knowledge, reader) : undefined;
    const begun = kind && gap && begin(kind, gap, reader, files);
    if (!gap || !begun) return [];
    const title = `Waive ${gap.code} at ${gap.where}, in "${begun.name}"`;
    return [{ title, kind: 'quickfix' as const, preferred: false, finding, edits: [], files: [begun.change] }];
  });
}

/** Gaps that demands and rules see may stand for a while; a draft's aren't told loudly enough to need it, unless they are old ones. */
function mayBeWaived({ code, severity, at, waived, old }: Finding, { findings }: Knowledge, reader: Reader): boolean {
  const sort = reader.root({ doc: at.doc })?.sort;
  return !findings.has(code) && !waived && (severity !== 'hint' || old === true) && sort !== WAIVER && sort !== BASELINE;
}

/** What is to be waived, and where: the innermost thing that has an id, else the file. */
interface Gap {
  readonly code: string;
  readonly field: 'demand' | 'finding';
  readonly where: string;
  /** A suitable id for the waiver. */
  readonly id: string;
}

function gapOf({ code, at }: Finding, { demands }: Knowledge, reader: Reader): Gap {
  const indexed = reader.pack.documents.get(at.doc);
  const thing = indexed && innermost(indexed, at.path);
  const file = decodeURIComponent(at.doc.slice(reader.pack.folder.length + 1, at.doc.lastIndexOf('#')));
  return {
    code,
    field: demands.some((d) => d.id === code) ? 'demand' : 'finding',
    where: thing ? `${thing.sort}/${thing.id}` : file,
    id: toId(`${thing?.id ?? file.replace(/\..*$/, '')} ${code}`),
  };
}

function begin(kind: Kind, gap: Gap, reader: Reader, files: Files): { name: string; change: FileChange } | undefined {
  const taken = new Set(reader.ids(kind.kind));
  const uriOf = (id: string) => `${reader.pack.folder}/${besideAlike(kind, reader)}${encodeURIComponent(fileNameOf(kind, id))}`;
  const ids = [gap.id, ...Array.from({ length: 8 }, (_, i) => `${gap.id}-${i + 2}`)];
  const id = ids.find((as) => !taken.has(as) && !reader.hasFile(uriOf(as)));
  if (id === undefined) return undefined;
  const shared = sharedFile(reader, files);
  if (shared === undefined) return { name: fileNameOf(kind, id), change: creation(uriOf(id), waiver(kind, id, gap, '\n', reader)) };
  const { text } = files.get(shared)?.read ?? { text: '' };
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const tokens = [`${text === '' || text.endsWith('\n') ? '' : eol}---${eol}`, ...waiver(kind, id, gap, eol, reader)];
  const [end, added] = [text.length, plainText(tokens)];
  const asks = firstQuestion([text, ...tokens]);
  const begun = { text: text + added, ...(asks && { asks }) };
  const name = decodeURIComponent(shared.slice(shared.lastIndexOf('/') + 1));
  return { name, change: { is: 'edit', uri: shared, edits: [{ start: end, end, text: added }], begun } };
}

/** The file in which several waivers stand, where their authors keep them so. */
function sharedFile(reader: Reader, files: Files): string | undefined {
  const count = new Map<string, number>();
  for (const { doc } of reader.all(WAIVER)) {
    const uri = doc.slice(0, doc.lastIndexOf('#'));
    const documents = files.get(uri)?.documents ?? [];
    if (documents.length > 1 && documents.every((d) => d.evidence?.kind.kind === WAIVER)) count.set(uri, documents.length);
  }
  return [...count].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
}

/** In the order of the schema: what is known, and the template's questions for the rest. */
function waiver(kind: Kind, id: string, { code, field, where }: Gap, eol: string, reader: Reader): Token[] {
  const known = new Map([
    ['kind', kind.kind],
    ['id', id],
    ['status', 'agreed'],
    [field, code],
    ['where', where],
  ]);
  const unasked = field === 'demand' ? 'finding' : 'demand';
  const questions = new Map(
    questionsIn(kind.template, kind).map(({ path, start, end }) => [path.join('.'), kind.template.slice(start, end)]),
  );
  const until = questions.get(UNTIL)?.replace(/\?>$/, ` (you plan ahead up to ${horizonOf(reader)})?>`);
  return [...kind.schema.properties].flatMap(([key, schema]): Token[] => {
    const value = known.get(key);
    const question = key === UNTIL ? until : questions.get(key);
    if (key === unasked || (value ?? question) === undefined) return [];
    return [`${key}: `, value === undefined ? { question: question ?? '', choices: choicesOf(schema) } : scalarText(value, false), eol];
  });
}

const UNTIL = 'until';
