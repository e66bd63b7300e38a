// Files as the editor sees them, asked for over its connection: for a server in a browser's worker, without a disk.
import type { FileBytes, FileText, Host } from './host';

/** Asks the client; the names of the requests are in lsp/protocol.ts. */
export interface Asking {
  list(folder: string): Promise<readonly string[]>;
  read(uri: string): Promise<string | undefined>;
  /** As base64, or why it can't be had; neither where there is no such file. */
  readBytes(uri: string): Promise<{ readonly base64?: string; readonly unreadable?: string }>;
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

  async readBytes(uri: string): Promise<FileBytes | undefined> {
    const { base64, unreadable } = await this.client.readBytes(uri);
    if (unreadable !== undefined) return { unreadable };
    return base64 === undefined ? undefined : { bytes: Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)) };
  }
}
