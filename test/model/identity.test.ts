// What did not change from one version of a text to the next is the very same object.
import assert from 'node:assert/strict';
import type { ReadText } from '../../server/model/node';
import { readText } from '../../server/model/read';
import { LONG, SEVERAL, SLA } from './texts';

const fieldsOf = (read: ReadText) => read.documents.flatMap((doc) => doc.fields);

/** The keys whose value is another object than before. */
function changed(before: ReadText, after: ReadText): string[] {
  const values = new Set(fieldsOf(before).map((f) => f.value));
  return fieldsOf(after).flatMap((f) => (values.has(f.value) ? [] : [f.key]));
}

function edit(text: string, from: string, to: string) {
  assert.ok(text.includes(from));
  const before = readText(text);
  return { before, after: readText(text.replace(from, to), before) };
}

describe('identity', () => {
  it('of all fields but the edited one', () => {
    const { before, after } = edit(SLA, 'response: 30 min', 'response: 20 min');
    assert.deepEqual(changed(before, after), ['priorities']);
  });

  it('of all fields when a key is half typed, opened or taken away', () => {
    for (const [from, to] of [
      ['services: [mail]\n', 'services: [mail]\nser\n'],
      ['services: [mail]\n', 'services: [mail]\n"ser\n'],
      ['services: [mail]\n', ''],
    ] as const) {
      const { before, after } = edit(SLA, from, to);
      assert.deepEqual(changed(before, after), []);
    }
  });

  it('in the other documents of the text', () => {
    const { before, after } = edit(SEVERAL, 'kind: service-catalogue', 'kind: ');
    assert.deepEqual(changed(before, after), ['kind']);
  });

  it('when something is put in above: only offsets move', () => {
    const { before, after } = edit(SLA, '# What', '# More\nnew: 1\n# What');
    assert.deepEqual(changed(before, after), ['new']);
    const moved = fieldsOf(after)
      .slice(1)
      .map((f, i) => f.offset - (fieldsOf(before)[i]?.offset ?? 0));
    assert.deepEqual(new Set(moved), new Set(['# More\nnew: 1\n'.length]));
  });

  it('when comments and blank lines between keys change', () => {
    const { before, after } = edit(SLA, '\ntargets:', '\n# soon\n\n\ntargets:');
    assert.deepEqual(changed(before, after), []);
  });

  it('of the other items of a long list', () => {
    const { before, after } = edit(LONG, 'supplier-20\n', 'supplier-20b\n');
    assert.deepEqual(changed(before, after), []);
    const items = (read: ReadText) => fieldsOf(read).find((f) => f.key === 'suppliers')?.items ?? [];
    const other = items(after).flatMap((item, i) => (item.node === items(before)[i]?.node ? [] : [i]));
    assert.deepEqual(other, [20]);
  });

  it('of items behind one that is put in', () => {
    const { before, after } = edit(LONG, '  - id: supplier-20\n', '  - id: new\n    name: new\n  - id: supplier-20\n');
    const nodes = (read: ReadText) => fieldsOf(read).flatMap((f) => f.items?.map((item) => item.node) ?? []);
    const known = new Set(nodes(before));
    assert.equal(nodes(after).length, 41);
    assert.equal(nodes(after).filter((node) => !known.has(node)).length, 1);
  });

  it('of the whole, where nothing changed', () => {
    const read = readText(SLA);
    assert.equal(readText(SLA, read), read);
  });
});

describe('blocks', () => {
  it('are those in use, and no others', () => {
    let read = readText(SLA);
    const size = read.blocks.size;
    for (let i = 0; i < 50; i++) read = readText(SLA.replace('version: 2.1', `version: 2.${i}`), read);
    assert.equal(read.blocks.size, size);
    assert.ok(![...read.blocks.keys()].some((text) => text.startsWith('version: 2.48')));
  });

  it('are shared where the same text stands twice', () => {
    const [first, second] = readText('status: agreed\n---\nstatus: agreed\n').documents;
    assert.equal(first?.fields[0]?.value, second?.fields[0]?.value);
    assert.deepEqual([first?.fields[0]?.offset, second?.fields[0]?.offset], [0, 19]);
  });

  it('are told apart by how they are read', () => {
    const head = `list:\n  - id: ${'x'.repeat(3_000)}\n`;
    const first = readText(`${head}---\nlist:\n`);
    assert.deepEqual(
      first.documents.map((d) => d.fields[0]?.value.type),
      ['list', 'scalar'],
    );
    assert.deepEqual(
      readText('ser\n---\na: 1\nser\n').documents.map((d) => [d.other?.type, d.faults.length]),
      [
        ['scalar', 0],
        [undefined, 1],
      ],
    );
  });
});
