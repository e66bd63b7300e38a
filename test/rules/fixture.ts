// The fixtures of rules as they lie in the source tree: which files make up a case, and what its markers say.
// Must not know any rule by name, nor what is found.
//
// A case is base/ with the case's own files laid over it; files of the same path are replaced. `fixed/` in it holds what the author
// changed or added to do as the messages say.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Mark, type Marked, mark, unmark } from './markers';

const root = path.resolve(__dirname, '..', '..', '..', 'test', 'rules');
const TODAY = '2026-11-24';
const CANNOT_TELL = 'cannot-tell.txt';
/** What stands beside the evidence, a line each: files of the base to leave out; the day; which of the rule's own demands can't be judged, and why. */
const ASIDE = ['without.txt', 'today.txt', CANNOT_TELL];

/** One SMS: its files by their paths, with forward slashes. */
export interface Pack {
  readonly files: ReadonlyMap<string, Marked>;
  readonly today: string;
}

export interface Case {
  readonly process: string;
  readonly rule: string;
  readonly name: string;
  readonly folder: string;
  readonly isSilent: boolean;
  readonly pack: Pack;
  /** After the author did what the messages say. */
  readonly fixed?: Pack;
  /** "7.2-alignment acme-mailboxes: the reason", in order. */
  readonly cannotTell: readonly string[];
}

export const readBase = (): Pack => ({ files: filesBelow(path.join(root, 'base')), today: TODAY });

/** Every folder `<process>/<rule>/<case>`. Throws an Error where a case leaves out what isn't there. */
export function readCases(): readonly Case[] {
  const base = readBase();
  const processes = foldersIn(root).filter((process) => process !== 'base');
  const rules = processes.flatMap((process) => foldersIn(path.join(root, process)).map((rule) => ({ process, rule })));
  return rules.flatMap(({ process, rule }) => foldersIn(path.join(root, process, rule)).map((name) => readCase(process, rule, name, base)));
}

function readCase(process: string, rule: string, name: string, base: Pack): Case {
  const folder = path.join(root, process, rule, name);
  const pack = laidOver(base, folder);
  const fixed = path.join(folder, 'fixed');
  return {
    process,
    rule,
    name,
    folder,
    isSilent: name.startsWith('silent-'),
    pack,
    cannotTell: linesOf(folder, CANNOT_TELL),
    ...(existsSync(fixed) && { fixed: laidOver(pack, fixed) }),
  };
}

function laidOver(under: Pack, folder: string): Pack {
  const without = linesOf(folder, 'without.txt');
  for (const file of without) if (!under.files.has(file)) throw new Error(`${folder}: there is no ${file} to leave out`);
  const kept = [...under.files].filter(([file]) => !without.includes(file));
  const own = [...filesBelow(folder)].filter(([file]) => !ASIDE.includes(file) && !file.startsWith('fixed/'));
  return { files: new Map([...kept, ...own]), today: linesOf(folder, 'today.txt')[0] ?? under.today };
}

const foldersIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

function filesBelow(folder: string): ReadonlyMap<string, Marked> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  return new Map(files.sort().map((file) => [file, unmark(readFileSync(path.join(folder, file), 'utf8'))]));
}

function linesOf(folder: string, file: string): readonly string[] {
  const at = path.join(folder, file);
  const lines = existsSync(at) ? readFileSync(at, 'utf8').split('\n') : [];
  return lines.filter((line) => line !== '');
}

/** Writes markers into the files of a case, and what can't be told beside them. A file of the base that gets markers becomes the case's own. */
export function record({ folder, pack }: Case, marks: ReadonlyMap<string, readonly Mark[]>, cannotTell: readonly string[]): void {
  for (const [file, before] of pack.files) {
    const after = mark({ text: before.text, marks: marks.get(file) ?? [] });
    if (after !== mark(before)) writeFileSync(path.join(folder, file), after);
  }
  const aside = path.join(folder, CANNOT_TELL);
  if (cannotTell.length > 0) writeFileSync(aside, cannotTell.map((line) => `${line}\n`).join(''));
  else rmSync(aside, { force: true });
}
