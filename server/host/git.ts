// What git knows of files: which commit brought each line of them. Asks the program of that name, and only reads.
// Must not know what stands in the lines.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Commit, CommittedFile, History } from './host';

/** Milliseconds; a repository on a slow disk then counts as one that can't be asked. */
const TIMEOUT = 10_000;
const LARGEST = 100_000_000;

/** Settings of a repository that would run other programs or change what is said; files of a partial copy are not fetched. */
const CAREFUL = ['-c', 'core.fsmonitor=false', '-c', 'blame.ignoreRevsFile=', '-c', 'core.quotePath=false'];

/** Of the folder and not of whoever started us, such as a hook of another repository. */
function surroundings(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX|OBJECT_DIRECTORY|COMMON_DIR)$/.test(name),
  );
  return { ...Object.fromEntries(own), GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' };
}

/** What it prints; undefined where there is no git, no such folder, no repository, or it says that something is wrong. */
function git(folder: string, ...args: readonly string[]): Promise<string | undefined> {
  const options = { cwd: folder, env: surroundings(), timeout: TIMEOUT, maxBuffer: LARGEST, windowsHide: true };
  return new Promise((resolve) => {
    execFile('git', [...CAREFUL, ...args], options, (error, out) => resolve(error ? undefined : out));
  });
}

export const gitHistory: History = {
  async head(folder) {
    if (!folder.startsWith('file:')) return undefined;
    const said = await git(fileURLToPath(folder), 'rev-parse', 'HEAD', '--is-shallow-repository');
    const [id = '', shallow] = said?.trim().split('\n') ?? [];
    return /^[0-9a-f]{40,}$/.test(id) ? { id, isShallow: shallow === 'true' } : undefined;
  },

  async authors(folder, head) {
    const said = folder.startsWith('file:') ? await git(fileURLToPath(folder), 'log', '--format=%aN%n%aE', head.id) : undefined;
    return [...new Set(said?.split('\n') ?? [])].filter((name) => name !== '');
  },

  async committed(uri, head) {
    if (!uri.startsWith('file:')) return undefined;
    const file = fileURLToPath(uri);
    const folder = path.dirname(file);
    const blamed = await git(folder, 'blame', '--line-porcelain', '--no-textconv', '-w', head.id, '--', path.basename(file));
    return blamed === undefined ? undefined : parseBlame(blamed, head.isShallow);
  },
};

/** Each line comes with a header of its own, which ends where the line itself begins with a tab. */
function parseBlame(blamed: string, isShallow: boolean): CommittedFile {
  const lines: string[] = [];
  const commits: Commit[] = [];
  let header = new Map<string, string>();
  for (const line of blamed.split('\n')) {
    if (line.startsWith('\t')) {
      lines.push(line.slice(1));
      commits.push(commitOf(header, isShallow));
      header = new Map();
    } else if (header.size === 0) header.set('id', line.split(' ')[0] ?? '');
    else header.set(line.split(' ')[0] ?? '', line.slice(line.indexOf(' ') + 1));
  }
  return { text: lines.join('\n'), commits };
}

/** Where the copy has no older commits, its oldest stands for all that came before: who brought the line isn't known. */
function commitOf(header: ReadonlyMap<string, string>, isShallow: boolean): Commit {
  const seconds = Number(header.get('author-time') ?? 0);
  return {
    id: header.get('id') ?? '',
    author: header.get('author') ?? '',
    mail: (header.get('author-mail') ?? '').replace(/^<|>$/g, ''),
    seconds,
    day: dayOf(seconds, header.get('author-tz') ?? '+0000'),
    isCutOff: isShallow && header.has('boundary'),
  };
}

/** The day where the author was, YYYY-MM-DD; `zone` as +0130. */
function dayOf(seconds: number, zone: string): string {
  const [, sign = '+', hours = '00', minutes = '00'] = /^([+-])(\d\d)(\d\d)$/.exec(zone) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * 60 * (sign === '-' ? -1 : 1);
  return new Date((seconds + offset) * 1000).toISOString().slice(0, 10);
}
