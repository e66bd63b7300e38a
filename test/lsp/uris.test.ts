// Uris over a real connection: whatever an editor's spelling, a file is one file, and its findings come under that spelling.
import assert from 'node:assert/strict';
import type { FileBytes, FileText, Host } from '../../server/host/host';
import { Editor } from './editor';

const SMS = 'kind: sms\nformat: 1\nprovider: Nordlicht IT\nedition: "2011"\nzone: Europe/Berlin\n';
const CALENDAR = 'kind: calendar\nid: office\ntitle: Office hours\n';
const WRONG = CALENDAR.replace('title', 'titlle');

/** Files as a machine spells them, whatever an editor's spelling. */
class SpellingHost implements Host {
  constructor(readonly files: ReadonlyMap<string, string>) {}

  list(folder: string): Promise<readonly string[]> {
    return Promise.resolve(
      [...this.files.keys()].filter((path) => path.startsWith(`${plain(folder)}/`)).map((path) => `file://${encodeURI(path)}`),
    );
  }

  read(uri: string): Promise<FileText | undefined> {
    const text = this.files.get(plain(uri));
    return Promise.resolve(text === undefined ? undefined : { text });
  }

  readBytes(uri: string): Promise<FileBytes | undefined> {
    const text = this.files.get(plain(uri));
    return Promise.resolve(text === undefined ? undefined : { bytes: new TextEncoder().encode(text) });
  }
}

const plain = (uri: string) => decodeURIComponent(uri.slice('file://'.length)).replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());

describe('uris over the wire', () => {
  const path = '/c:/Users/Jürgen Groß/Unser SMS (neu)';
  const files = new Map([
    [`${path}/sms.yaml`, SMS],
    [`${path}/büro & lager.calendar.yaml`, WRONG],
  ]);
  const editorsOwn = (of: string) => `file://${of.split('/').map(encodeURIComponent).join('/')}`;

  for (const [who, spell] of [
    ['as VS Code spells them', editorsOwn],
    ['as Node spells them', (of: string) => `file://${encodeURI(of)}`],
    ['with a large drive letter', (of: string) => editorsOwn(of).replace('c%3A', 'C%3A')],
  ] as const) {
    it(`with spaces, umlauts and a drive are the editor's own, ${who}`, async () => {
      const editor = await Editor.of({ host: new SpellingHost(files), folders: [spell(path)] });
      try {
        const uri = spell(`${path}/büro & lager.calendar.yaml`);
        // What is found before an editor has said how it spells the file moves to that spelling.
        await editor.until('found before', () => editor.published.length > 0);
        await editor.open(uri, WRONG);
        await editor.until('found', () => editor.codes(uri).includes('unknown-field'));
        await editor.change(uri, CALENDAR);
        await editor.until('gone', () => editor.shown(uri).length === 0);
        await editor.shut(uri);
        await editor.until('as on the disk', () => editor.codes(uri).includes('unknown-field'));
        const others = [...new Set(editor.published.map((p) => p.uri))].filter((other) => other !== uri);
        assert.deepEqual(
          others.filter((other) => editor.shown(other).length > 0),
          [],
        );
      } finally {
        await editor.close();
      }
    });
  }
});
