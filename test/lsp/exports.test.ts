// Exports of other tools over a real connection: shown in their own file, and followed as they change.
import assert from 'node:assert/strict';
import { MemoryHost } from '../../server/host/memory';
import { exported, OUTAGE_ROWS, OUTAGES, RECORD, TODAY } from '../packs/exported';
import { Editor } from './editor';

const FOLDER = 'file:///sms';
const uriOf = (file: string) => `${FOLDER}/${file}`;
const RIGHT = exported();
const FAULTY = exported({ outages: [...OUTAGE_ROWS, 'O-3;11.08.2026 06:20;;ja;"open;;'] });

describe('exports over the wire', () => {
  let editor: Editor;
  let disk: Map<string, string>;

  beforeEach(async () => {
    disk = new Map([...FAULTY].map(([file, text]) => [uriOf(file), text]));
    editor = await Editor.of({ host: new MemoryHost(disk), folders: [FOLDER], today: TODAY });
    await editor.until('read', () => editor.coverageChanges > 0);
  });
  afterEach(() => editor.close());

  it('show a row where it stands, and lead to what points to it', async () => {
    const [found, ...others] = editor.shown(uriOf(OUTAGES));
    assert.deepEqual([found?.code, others], ['export-row-quotes', []]);
    assert.deepEqual(found?.range.start, { line: 3, character: 25 });
    const [related] = found?.relatedInformation ?? [];
    assert.equal(related?.location.uri, uriOf(RECORD));
    const lines = (FAULTY.get(RECORD) ?? '').split('\n');
    assert.deepEqual(related?.location.range.start, { line: lines.indexOf(`  export: ${OUTAGES}`), character: 10 });
  });

  it('are read again when they change, come and go', async () => {
    for (const file of [OUTAGES, RECORD]) disk.set(uriOf(file), RIGHT.get(file) ?? '');
    await editor.saved(uriOf(OUTAGES), uriOf(RECORD));
    await editor.until('mended', () => editor.shown(uriOf(OUTAGES)).length === 0);
    disk.delete(uriOf(OUTAGES));
    await editor.saved(uriOf(OUTAGES));
    await editor.until('missed', () => editor.codes(uriOf(RECORD)).includes('reference-not-found'));
    disk.set(uriOf(OUTAGES), RIGHT.get(OUTAGES) ?? '');
    await editor.saved(uriOf(OUTAGES));
    await editor.until('there again', () => editor.shown(uriOf(RECORD)).length === 0);
  });

  it('are read when an edit points to them', async () => {
    const other = 'exports/other.csv';
    disk.set(uriOf(other), RIGHT.get(OUTAGES)?.replace('nein', 'vielleicht') ?? '');
    const text = FAULTY.get(RECORD) ?? '';
    await editor.open(uriOf(RECORD), text);
    await editor.change(uriOf(RECORD), text.replace(OUTAGES, other));
    await editor.until('read', () => editor.codes(uriOf(other)).includes('export-word'));
    assert.deepEqual(editor.codes(uriOf(OUTAGES)), []);
    assert.ok(editor.codes(uriOf(RECORD)).includes('export-changed'));
  });
});
