// A folder of evidence in memory, while its author mends it with the product's own fixes. Must not know what is wrong in it.
import assert from 'node:assert/strict';
import { type Located, locateAll } from '../../server/assess/located';
import { type Fix, fixes } from '../../server/features/fixes';
import { loadKnowledge } from '../../server/knowledge/knowledge';
import { isQuestion } from '../../server/model/written';
import type { Sms } from '../../server/workspace/sms';
import { applied } from '../features/sms';
import { type Leaf, leavesOf, replaced } from '../guards/leaves';
import { folderUri, judged, readPack } from '../guards/pack';

export const knowledge = loadKnowledge();

/** Texts by their paths, with forward slashes. */
export type Folder = ReadonlyMap<string, string>;

const FOLDER = 'file:///sms';
const uriOf = (file: string) => `${FOLDER}/${file}`;
const fileOf = (uri: string) => uri.slice(FOLDER.length + 1);

/** The folder of that name in test/packs. */
export const readFolder = (name: string): Folder =>
  new Map([...readPack(name)].map(([uri, text]) => [uri.slice(folderUri(name).length + 1), text]));

export async function smsOf(folder: Folder, today: string): Promise<Sms> {
  const files = new Map([...folder].map(([file, text]) => [uriOf(file), text]));
  const workspace = await judged(files, [FOLDER], () => today);
  const [sms, ...others] = workspace.smss;
  assert.ok(sms && others.length === 0, 'this is not one SMS');
  return sms;
}

/** The same folder after some of its files changed, judged as far as they did; what is no document is looked up anew. */
export async function smsAfter(sms: Sms, before: Folder, after: Folder, today: string): Promise<Sms> {
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file));
  if (changed.some((file) => !file.endsWith('.yaml'))) return smsOf(after, today);
  sms.engine.setFiles(new Set([...after.keys()].map(uriOf)));
  sms.setTexts(changed.map((file) => ({ uri: uriOf(file), text: after.get(file) })));
  sms.engine.settle();
  return sms;
}

/** What is found in each file; `group` as an editor shows it. */
export function foundIn(sms: Sms, group = false): { readonly file: string; readonly found: readonly Located[] }[] {
  return [...sms.files].map(([uri, file]) => ({
    file: fileOf(uri),
    found: locateAll(sms.findings(uri), file, sms.files, knowledge, group),
  }));
}

/** "file code" of each finding, each missing content apart, in order. */
export const codesIn = (sms: Sms): string[] =>
  foundIn(sms)
    .flatMap(({ file, found }) => found.map((f) => `${file} ${f.finding.code}`))
    .sort();

export function fixesFor(sms: Sms, file: string): readonly Fix[] {
  const read = sms.files.get(uriOf(file)) ?? assert.fail(`there is no file ${file}`);
  return fixes(read, locateAll(sms.findings(read.uri), read, sms.files, knowledge, true), knowledge, sms.reader());
}

/** Takes fixes until none is left that can be taken without a choice: words that were meant first, then all that is missing at once. */
export async function withFixes(before: Folder, today: string): Promise<Folder> {
  const folder = new Map(before);
  for (let taken = 0; taken < before.size * 3; taken++) {
    const sms = await smsOf(folder, today);
    const [next] = [...folder.keys()].flatMap((file) => {
      const fix = sms.files.has(uriOf(file)) ? best(fixesFor(sms, file)) : undefined;
      return fix ? [{ file, fix }] : [];
    });
    if (!next) return folder;
    folder.set(next.file, applied(folder.get(next.file) ?? '', next.fix.edits));
  }
  return assert.fail('the fixes never end');
}

const best = (offered: readonly Fix[]): Fix | undefined =>
  offered.find((f) => f.preferred && f.title.startsWith('Change ')) ??
  offered.findLast((f) => f.title.startsWith('Add all ')) ??
  offered.find((f) => f.preferred);

/** Answers by the path of the field in the file. */
export type Answers = Readonly<Record<string, string>>;

/** The text of a file with its questions answered; there is an answer to each question and to nothing else. */
export function answered(text: string, answers: Answers): string {
  const leaves = questionsIn(text);
  assert.deepEqual(leaves.map((leaf) => leaf.path.join('.')).sort(), Object.keys(answers).sort());
  return replaced(text, leaves, (leaf) => answers[leaf.path.join('.')]);
}

function questionsIn(text: string): Leaf[] {
  const kind = knowledge.kinds.get(/^kind: (\S+)/m.exec(text)?.[1] ?? '');
  return kind ? leavesOf(text, kind).filter((leaf) => isQuestion(leaf.source)) : [];
}
