// Whole SMS folders of test/packs as texts, and judged. For guards that look at all of them.
// Must not know what is in them.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { MemoryHost } from '../../server/host/memory';
import { loadKnowledge } from '../../server/knowledge/knowledge';
import { rules } from '../../server/rules/gathered';
import type { NamedRule } from '../../server/rules/rule';
import { Workspace } from '../../server/workspace/workspace';
import { root } from './source';

const packs = path.join(root, 'test', 'packs');
const knowledge = loadKnowledge();

/** The names of the folders. */
export const packNames = (): readonly string[] =>
  readdirSync(packs, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

export const folderUri = (name: string): string => pathToFileURL(path.join(packs, name)).href;

/** Every file of a folder by its uri. */
export function readPack(name: string): Map<string, string> {
  const files = readdirSync(path.join(packs, name), { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => path.join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((file) => [pathToFileURL(file).href, readFileSync(file, 'utf8')]));
}

/** A workspace of these files, with all judged. `today` is asked each time that the clock is. A check breaks off only where one is made to. */
export async function judged(
  files: Map<string, string>,
  folders: readonly string[],
  today: () => string,
  broken?: NamedRule,
): Promise<Workspace> {
  const workspace = new Workspace(new MemoryHost(files), knowledge, broken ? [...rules, broken] : rules, today, ({ rule, error }) => {
    if (rule !== broken?.id) throw new Error(`${rule}: ${error}`);
  });
  await workspace.open(folders);
  workspace.settleAll();
  return workspace;
}
