// Files that exist nowhere but in memory: for tests, and for whoever has texts and no disk.
import type { FileBytes, FileText, Host } from './host';

export class MemoryHost implements Host {
  /** `files`: uri to text; may be changed at any time. */
  constructor(readonly files: Map<string, string>) {}

  list(folder: string): Promise<readonly string[]> {
    const prefix = folder.endsWith('/') ? folder : `${folder}/`;
    return Promise.resolve([...this.files.keys()].filter((uri) => uri.startsWith(prefix)).sort());
  }

  read(uri: string): Promise<FileText | undefined> {
    const text = this.files.get(uri);
    return Promise.resolve(text === undefined ? undefined : { text });
  }

  readBytes(uri: string): Promise<FileBytes | undefined> {
    const text = this.files.get(uri);
    return Promise.resolve(text === undefined ? undefined : { bytes: new TextEncoder().encode(text) });
  }
}
