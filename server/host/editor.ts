// Files as the editor sees them, asked for over its connection: for a server in a browser's worker, without a disk.
import type { FileText, Host } from './host';

/** Asks the client; the names of the requests are in lsp/protocol.ts. */
export interface Asking {
  list(folder: string): Promise<readonly string[]>;
  read(uri: string): Promise<string | undefined>;
}

export class EditorHost implements Host {
  constructor(readonly client: Asking) {}

  list(folder: string): Promise<readonly string[]> {
    return this.client.list(folder);
  }

  async read(uri: string): Promise<FileText | undefined> {
    const text = await this.client.read(uri);
    return text === undefined ? undefined : { text };
  }
}
