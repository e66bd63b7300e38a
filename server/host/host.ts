// Where files come from: the disk, the editor's own file system, or memory. An interface only.

/** Files by uri. Reading what isn't there gives undefined; nothing is ever written. */
export interface Host {
  /** The uris of all files below a folder, but for those in folders that hold no evidence (hidden ones, node_modules). */
  list(folder: string): Promise<readonly string[]>;
  read(uri: string): Promise<FileText | undefined>;
  /** As it lies there, whatever it is. */
  readBytes(uri: string): Promise<FileBytes | undefined>;
  /** Who brought what, where that is known at all: not in a browser, nor in memory. */
  readonly history?: History;
}

/** What a version control system knows of the files. Nothing is ever written. */
export interface History {
  /** The commit that is checked out in the repository around a folder; undefined where there is none. */
  head(folder: string): Promise<Head | undefined>;
  /** The names and addresses of all who have committed something up to that commit. */
  authors(folder: string, head: Head): Promise<readonly string[]>;
  /** A file as it is in that commit; undefined where it isn't. */
  committed(uri: string, head: Head): Promise<CommittedFile | undefined>;
}

export interface Head {
  readonly id: string;
  /** The copy lacks the older commits. */
  readonly isShallow: boolean;
}

export interface CommittedFile {
  readonly text: string;
  /** For each line the commit that brought it, or changed more than its spaces last. */
  readonly commits: readonly Commit[];
}

export interface Commit {
  readonly id: string;
  readonly author: string;
  readonly mail: string;
  /** Since 1970. */
  readonly seconds: number;
  /** YYYY-MM-DD */
  readonly day: string;
  /** The oldest of a copy without the older ones: who brought the line isn't known. */
  readonly isCutOff: boolean;
}

export type FileBytes = { readonly bytes: Uint8Array } | { readonly unreadable: string };

export type FileText =
  | { readonly text: string }
  /** There is such a file, but it is no text that can be checked: why, in words. `starts`: its first bytes, a letter each. */
  | { readonly unreadable: string; readonly starts?: string };
