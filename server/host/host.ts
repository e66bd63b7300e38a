// Where files come from: the disk, the editor's own file system, or memory. An interface only.

/** Files by uri. Reading what isn't there gives undefined; nothing is ever written. */
export interface Host {
  /** The uris of all files below a folder, but for those in folders that hold no evidence (hidden ones, node_modules). */
  list(folder: string): Promise<readonly string[]>;
  read(uri: string): Promise<FileText | undefined>;
}

export type FileText =
  | { readonly text: string }
  /** There is such a file, but it is no text that can be checked: why, in words. */
  | { readonly unreadable: string };
