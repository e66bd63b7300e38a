// From paths as typed to what they mean: a file or folder, and the folder whose evidence has to be read with it.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Host } from '../host/host';
import { canonical, folderOf } from '../workspace/uri';
import type { Wrong } from './asked';

export interface Target {
  /** As typed. */
  readonly path: string;
  readonly uri: string;
  readonly isFile: boolean;
  /** Why a file's text can't be had, in words. */
  readonly unreadable?: string;
  /** The folder with the manifest at or around it. */
  readonly manifest?: string;
}

/** What stands at a path (`cwd` absolute). */
export async function targetOf(typed: string, cwd: string, host: Host): Promise<Target | Wrong> {
  const uri = uriOf(path.resolve(cwd, typed));
  const found = await host.read(uri);
  if (!found) return { wrong: `There is no file or folder "${typed}".` };
  // Reading a folder fails; an empty one can't be told from a file that can't be read but by the name.
  const isFile = 'text' in found || (/\.ya?ml$/i.test(uri) && (await host.list(uri)).length === 0);
  const manifest = await manifestAround(isFile ? folderOf(uri) : uri, host);
  const unreadable = isFile && 'unreadable' in found ? found.unreadable : undefined;
  return { path: typed, uri, isFile, ...(unreadable !== undefined && { unreadable }), ...(manifest !== undefined && { manifest }) };
}

const TOP = 'file://';

/** The nearest folder with a manifest, from a folder upwards. */
export async function manifestAround(folder: string, host: Host): Promise<string | undefined> {
  for (let at = folder; at.length > TOP.length; at = folderOf(at)) {
    for (const name of ['sms.yaml', 'sms.yml']) if (await host.read(`${at}/${name}`)) return at;
  }
  return undefined;
}

/** The folders to read so that all targets are read with what they belong to; none lies in another. */
export function foldersOf(targets: readonly Target[]): string[] {
  const folders = [...new Set(targets.map((t) => t.manifest ?? (t.isFile ? folderOf(t.uri) : t.uri)))];
  return folders.filter((folder) => !folders.some((other) => folder.startsWith(`${other}/`)));
}

const uriOf = (absolute: string): string => canonical(pathToFileURL(absolute).href).replace(/\/$/, '');

/** The path of a uri as seen from `cwd`, with forward slashes. */
export function pathFrom(cwd: string, uri: string): string {
  const relative = path.relative(cwd, fileURLToPath(uri));
  return relative.split(path.sep).join('/') || '.';
}
