// What lies outside the documents and somebody asked for: fingerprints of files, and who committed what. Looked up apart from any
// keystroke, and kept until the file or the commit that is checked out is another. State; must not know what it is asked for.
import { committedApprovals } from '../assess/committed';
import type { Head, History, Host } from '../host/host';
import type { Knowledge } from '../knowledge/knowledge';
import type { Authors, CommittedApproval, Key, Outside } from '../model/pack';

/** So many files are asked about at a time. */
const AT_ONCE = 4;

export class Lookups {
  readonly #asked = new Set<Key>();
  readonly #hashes = new Map<string, string | null>();
  readonly #committed = new Map<string, readonly CommittedApproval[] | null>();
  #authors: Authors | null | undefined;
  #head: string | undefined;

  constructor(
    readonly host: Host,
    readonly knowledge: Knowledge,
    /** The SMS folder's uri. */
    readonly folder: string,
  ) {}

  /** Notes a look that somebody took, if it was one outside. */
  readonly ask = (key: Key): void => {
    if (key === 'authors' || key.startsWith('hash:') || key.startsWith('committed:')) this.#asked.add(key);
  };

  /** A file may be another by now. */
  forget(uri: string): void {
    this.#hashes.delete(uri);
  }

  /** Whether something was asked for that nobody has looked up yet. */
  get lacks(): boolean {
    return [...this.#asked].some((key) => !this.#knows(key));
  }

  /** All that is known now; undefined where nothing is new. `git`: whether it may be asked. */
  async answers(git: boolean): Promise<Outside | undefined> {
    const history = git && this.#asked.has('authors') ? this.host.history : undefined;
    const head = await history?.head(this.folder);
    if (head?.id !== this.#head) {
      this.#committed.clear();
      this.#authors = undefined;
    }
    this.#head = head?.id;
    const open = [...this.#asked].filter((key) => !this.#knows(key));
    const work = async () => {
      for (let key = open.shift(); key !== undefined; key = open.shift()) {
        const uri = key.slice(key.indexOf(':') + 1);
        if (key.startsWith('hash:')) this.#hashes.set(uri, await this.#hash(uri));
        else if (key === 'authors') this.#authors = head && history ? await this.#authorsOf(head, history) : null;
        else this.#committed.set(uri, head && history ? await this.#approvals(uri, head, history) : null);
      }
    };
    const isNew = open.length > 0;
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (!isNew) return undefined;
    const authors = this.#authors;
    return { hashes: new Map(this.#hashes), committed: new Map(this.#committed), ...(authors !== undefined && { authors }) };
  }

  #knows(key: Key): boolean {
    const uri = key.slice(key.indexOf(':') + 1);
    if (key === 'authors') return this.#authors !== undefined;
    return key.startsWith('hash:') ? this.#hashes.has(uri) : this.#committed.has(uri);
  }

  async #authorsOf(head: Head, history: History): Promise<Authors> {
    return { names: await history.authors(this.folder, head), areAll: !head.isShallow };
  }

  async #hash(uri: string): Promise<string | null> {
    const found = await this.host.readBytes(uri);
    if (!found || !('bytes' in found)) return null;
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(found.bytes)));
    return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  async #approvals(uri: string, head: Head, history: History): Promise<readonly CommittedApproval[] | null> {
    const file = await history.committed(uri, head);
    return file ? committedApprovals(uri, file, this.knowledge) : null;
  }
}
