// Runs the command line in this process, and keeps what it prints.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Exit, run } from '../../server/cli/run';
import type { Surroundings } from '../../server/cli/surroundings';
import { DiskHost } from '../../server/host/disk';

export const root = path.resolve(__dirname, '..', '..', '..');
export const packs = path.join(root, 'test', 'packs');

export interface Ran {
  readonly exit: Exit;
  readonly out: string;
  readonly err: string;
}

/** `more`: what is different from a run in a pipe on 2026-03-31. */
export async function runIn(cwd: string, argv: readonly string[], more: Partial<Surroundings> = {}): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const exit = await run(argv, {
    cwd,
    out: { write: (text) => out.push(text) },
    err: { write: (text) => err.push(text) },
    host: new DiskHost(),
    write: (file) => Promise.reject(new Error(`${file} is not to be written`)),
    create: (files) => Promise.reject(new Error(`${[...files.keys()].join()} are not to be written`)),
    clock: () => '2026-03-31',
    env: {},
    version: '0.0.0-test',
    ...more,
  });
  return { exit, out: out.join(''), err: err.join('') };
}

/** A temporary folder with these files, for as long as `use` takes. */
export async function withFiles<T>(files: Readonly<Record<string, string | Uint8Array>>, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sms-evidence-cli-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), content);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The stored output of that name; with UPDATE=1 what is printed now is stored instead. Read the difference before you commit it. */
export function golden(name: string, printed: string): string {
  const file = path.join(root, 'test', 'cli', 'golden', name);
  if (process.env.UPDATE) writeFileSync(file, printed);
  return readFileSync(file, 'utf8');
}
