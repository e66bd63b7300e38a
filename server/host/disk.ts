// Files of the machine the server runs on. The only file but the entries that may import node:fs.
import { mkdir, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { TextDecoder } from 'node:util';
import { gitHistory } from './git';
import type { FileBytes, FileText, Host } from './host';

const LARGEST = 20_000_000;

export class DiskHost implements Host {
  readonly history = gitHistory;

  async list(folder: string): Promise<readonly string[]> {
    if (!folder.startsWith('file:')) return [];
    const found: string[] = [];
    const walk = async (dir: string): Promise<void> => {
      const entries = await readdir(dir, { withFileTypes: true }).catch(() => []);
      for (const entry of entries) {
        if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
        const at = path.join(dir, entry.name);
        if (entry.isDirectory()) await walk(at);
        else if (entry.isFile()) found.push(pathToFileURL(at).href);
        else if (entry.isSymbolicLink()) await follow(at);
      }
    };
    /** What a link leads to counts as if it lay there; each folder once, so that no circle is walked. */
    const follow = async (link: string): Promise<void> => {
      const target = await realpath(link).catch(() => undefined);
      const info = target === undefined ? undefined : await stat(target).catch(() => undefined);
      if (info?.isFile()) found.push(pathToFileURL(link).href);
      if (!info?.isDirectory() || target === undefined || linked.has(target) || root === target || root.startsWith(`${target}${path.sep}`))
        return;
      linked.add(target);
      await walk(link);
    };
    const linked = new Set<string>();
    const root = await realpath(fileURLToPath(folder)).catch(() => '');
    await walk(fileURLToPath(folder));
    return found.sort();
  }

  async read(uri: string): Promise<FileText | undefined> {
    const found = await this.readBytes(uri);
    if (!found || 'unreadable' in found) return found;
    try {
      return { text: decode(found.bytes) };
    } catch {
      return { unreadable: 'it is not written in UTF-8', starts: Buffer.from(found.bytes.subarray(0, 16)).toString('latin1') };
    }
  }

  async readBytes(uri: string): Promise<FileBytes | undefined> {
    if (!uri.startsWith('file:')) return undefined;
    try {
      const file = fileURLToPath(uri);
      const { size } = await stat(file);
      return size > LARGEST ? { unreadable: `it is ${Math.round(size / 1_000_000)} MB large` } : { bytes: await readFile(file) };
    } catch (error) {
      return isMissing(error) ? undefined : { unreadable: 'it could not be opened' };
    }
  }
}

/** UTF-8, or UTF-16 with its mark. Throws TypeError where it is neither. */
function decode(bytes: Uint8Array): string {
  const mark = Buffer.from(bytes.subarray(0, 2)).toString('hex');
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(bytes);
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** Writes a text to an absolute path, and makes the folders on the way. Rejects with the system's reason. */
export async function writeText(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** Writes new files by absolute paths, all of them or none. Rejects with the system's reason, such as that one is there already. */
export async function createFiles(files: ReadonlyMap<string, string>): Promise<void> {
  const written: string[] = [];
  try {
    for (const [file, text] of files) {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text, { flag: 'wx' });
      written.push(file);
    }
  } catch (error) {
    for (const file of written) await rm(file, { force: true });
    throw error;
  }
}
