// That the editor and the command line find the same, in the same places and words, over all sample folders.
import assert from 'node:assert/strict';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../../server/cli/run';
import { DiskHost } from '../../server/host/disk';
import { folderUri, packNames } from '../guards/pack';
import { Editor } from './editor';

const TODAY = '2026-11-24';
const SEVERITY = ['', 'error', 'warning', 'information', 'hint'];

interface Found {
  readonly file: string;
  readonly code: string;
  readonly severity: string;
  readonly place: string;
  readonly message: string;
  readonly because: readonly string[];
}

type Range = {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
};
const words = ({ start, end }: Range) => `${start.line}:${start.character}-${end.line}:${end.character}`;

async function inEditor(folder: string): Promise<Found[]> {
  const editor = await Editor.of({ host: new DiskHost(), folders: [folder], today: TODAY });
  await editor.settled();
  const base = fileURLToPath(folder);
  const fileOf = (uri: string) => path.relative(base, fileURLToPath(uri)).split(path.sep).join('/');
  const found = [...new Set(editor.published.map((p) => p.uri))].flatMap((uri) =>
    editor.shown(uri).map((d) => ({
      file: fileOf(uri),
      code: String(d.code),
      severity: SEVERITY[d.severity ?? 0] ?? '',
      place: words(d.range),
      message: String(d.message),
      because: (d.relatedInformation ?? []).map((r) => `${fileOf(r.location.uri)} ${words(r.location.range)} ${r.message}`),
    })),
  );
  await editor.close();
  return sorted(found);
}

async function inTerminal(folder: string): Promise<Found[]> {
  const out: string[] = [];
  const sink = { write: (text: string) => out.push(text) };
  const exit = await run(['check', '--format', 'json', '--today', TODAY], {
    ...{ cwd: fileURLToPath(folder), out: sink, err: sink, host: new DiskHost(), clock: () => TODAY, env: {}, version: 'test' },
    write: (file) => Promise.reject(new Error(`${file} is not to be written`)),
    create: () => Promise.reject(new Error('nothing is to be written')),
  });
  assert.ok(exit < 2, out.join(''));
  const { findings } = JSON.parse(out.join('')) as {
    findings: (Omit<Found, 'place' | 'because'> & {
      range: Range;
      because: { file: string; range: Range; message: string }[];
      waived?: unknown;
      baseline?: true;
    })[];
  };
  // What is waived stays in JSON, and is shown nowhere else.
  const shown = findings.filter((f) => f.waived === undefined);
  return sorted(
    // What a baseline lists is only hinted at in the editor.
    shown.map(({ file, code, severity, range, message, because, baseline }) => ({
      ...{ file, code, severity: baseline ? 'hint' : severity, message, place: words(range) },
      because: because.map((b) => `${b.file} ${words(b.range)} ${b.message}`),
    })),
  );
}

const sorted = (found: Found[]) => found.sort((a, b) => (inOrder(a) < inOrder(b) ? -1 : 1));
const inOrder = ({ file, place, code, message, because }: Found) => JSON.stringify([file, place, code, message, because]);

/** Many missing contents in one place are one in the editor, and each by itself in JSON. */
const MANY = 'missing-contents';
const samePlace = (a: Found, b: Found) => a.file === b.file && a.place === b.place && a.severity === b.severity;

describe('the same findings in editor and command line', () => {
  for (const name of packNames()) {
    it(`over ${name}`, async () => {
      const editor = await inEditor(folderUri(name));
      const terminal = await inTerminal(folderUri(name));
      const many = editor.filter((found) => found.code === MANY);
      const isIn = (found: Found) => /^\d/.test(found.code) && many.some((group) => samePlace(group, found));
      assert.deepEqual(
        editor.filter((found) => found.code !== MANY),
        terminal.filter((found) => !isIn(found)),
      );
      for (const group of many) {
        const each = terminal.filter((found) => isIn(found) && samePlace(group, found));
        assert.ok(each.length > 3 && group.message.includes(`lacks ${each.length} things`), group.message);
      }
    });
  }

  it('is not the same nothing everywhere', async () => {
    assert.ok((await inEditor(folderUri('incomplete'))).length > 10);
  });
});
