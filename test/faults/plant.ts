// The pack of planted faults: complete-2018 with what stands in the lists beside this file done to it, and mended again.
// What only the 2011 edition asks for is planted in complete-2011, in memory.
// Must not know how it is checked.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { root } from '../guards/source';
import type { Folder } from '../packs/mending';

export const lists = path.join(root, 'test', 'faults');

/** A line that stands in the file once (or several, one below the other), and what takes its place. */
interface Edit {
  readonly file: string;
  readonly line: string;
  readonly by: readonly string[];
}

interface Change {
  readonly edits?: readonly Edit[];
  /** Files that come, or take the place of one; `null`: goes. */
  readonly files?: Readonly<Record<string, string | null>>;
}

/** One fault: of which check it is, how it came about, and what an honest provider does about it. */
export interface Fault {
  readonly rule: string;
  readonly plant?: readonly Edit[];
  readonly files?: Readonly<Record<string, string | null>>;
  /** Where what was done isn't just taken back. */
  readonly mend?: Change;
}

/** The lists in a folder by name, in the order in which their faults are planted: by process, then as written. */
export function readFaults(folder = lists): ReadonlyMap<string, readonly Fault[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return new Map(files.sort().map((file) => [file.slice(0, -5), parse(readFileSync(path.join(folder, file), 'utf8'))]));
}

/** The lists of what only the 2011 edition asks for; they are planted in complete-2011. */
export const only2011 = path.join(lists, '2011');

export const planted = (folder: Folder, faults: readonly Fault[]): Folder =>
  faults.reduce((now, { rule, plant: edits = [], files = {} }) => changed(now, { edits, files }, rule), folder);

/** `before` is the folder in which nothing was planted. */
export function mended(folder: Folder, { rule, plant = [], files = {}, mend }: Fault, before: Folder): Folder {
  if (mend) return changed(folder, mend, rule);
  const back = Object.keys(files).map((file): [string, string | null] => [file, before.get(file) ?? null]);
  const undone = new Map(folder);
  for (const { file, line, by } of [...plant].reverse()) {
    assert.ok(by.length > 0, `${rule}: a line that went can't be taken back; say under mend what to write`);
    undone.set(file, swapped(undone.get(file), by, line.split('\n'), `${rule}: ${file}`));
  }
  return changed(undone, { files: Object.fromEntries(back) }, rule);
}

function changed(folder: Folder, { edits = [], files = {} }: Change, rule: string): Folder {
  const now = new Map(folder);
  for (const { file, line, by } of edits) now.set(file, swapped(now.get(file), line.split('\n'), by, `${rule}: ${file}`));
  for (const [file, text] of Object.entries(files)) {
    if (text === null) now.delete(file);
    else now.set(file, text);
  }
  return new Map([...now].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The text with some lines in place of others, which stand in it once, one below the other. */
function swapped(text: string | undefined, lines: readonly string[], by: readonly string[], where: string): string {
  assert.ok(text !== undefined, `${where} is not there`);
  const all = text.split('\n');
  const found = all.flatMap((_, i) => (lines.every((line, k) => all[i + k] === line) ? [i] : []));
  assert.equal(found.length, 1, `${where}: "${lines.join('\n')}" stands there ${found.length} times`);
  all.splice(found[0] ?? 0, lines.length, ...by);
  return all.join('\n');
}
