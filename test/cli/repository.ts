// A throw-away repository around a folder, with commits whose authors and days are given. Must not know what is in the files.
import { execFileSync } from 'node:child_process';

export interface Author {
  readonly name: string;
  readonly mail: string;
}

/** The same commits get the same ids on each machine. */
export class Repository {
  constructor(readonly folder: string) {
    this.#git({}, 'init', '--quiet');
  }

  /** Commits all that is there. `day`: YYYY-MM-DD */
  commit({ name, mail }: Author, day: string): void {
    this.#git({}, 'add', '--all');
    const at = `${day}T12:00:00+01:00`;
    const who = { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: mail, GIT_AUTHOR_DATE: at };
    const as = { GIT_COMMITTER_NAME: 'Harbour', GIT_COMMITTER_EMAIL: 'harbour@port.example', GIT_COMMITTER_DATE: at };
    this.#git({ ...who, ...as }, 'commit', '--quiet', '--message', `As of ${day}`);
  }

  #git(env: Readonly<Record<string, string>>, ...args: readonly string[]): void {
    const own = { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', ...env };
    execFileSync('git', args, { cwd: this.folder, env: { PATH: process.env.PATH, ...own }, stdio: 'ignore' });
  }
}
