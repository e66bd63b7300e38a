// From paths to places and back.
import assert from 'node:assert/strict';
import type { Path } from '../../server/knowledge/schema';
import type { YamlDocument } from '../../server/model/node';
import { pathAt } from '../../server/model/path-at';
import { locate, nodeAt } from '../../server/model/position';
import { readText, readWhole } from '../../server/model/read';
import { ALL, LONG, SEVERAL, SLA } from './texts';

function documentOf(text: string, index = 0): YamlDocument {
  const doc = readText(text).documents[index];
  assert.ok(doc);
  return doc;
}

/** What is written at a path, as `key = value`. */
function written(text: string, path: Path, index = 0): string | undefined {
  const place = locate(documentOf(text, index), path);
  const slice = (range: { start: number; end: number }) => text.slice(range.start, range.end);
  return place && `${place.key ? `${slice(place.key)} = ` : ''}${slice(place.value)}`;
}

describe('locate', () => {
  it('finds keys, values and items', () => {
    assert.equal(written(SLA, ['kind']), 'kind = sla');
    assert.equal(written(SLA, ['valid', 'to']), 'to = 2026-12-31');
    assert.equal(written(SLA, ['services', 0]), 'mail');
    assert.equal(written(SLA, ['targets', 1, 'target']), 'target = "4 of 5"');
    assert.equal(written(SLA, ['priorities', 1, 'means']), "means = 'some can''t work'");
    assert.equal(written(SEVERAL, ['id'], 2), '"id" = acme-hosting');
    assert.equal(written(SEVERAL, ['services', 0, 'dependsOn', 1, 'of', 1], 1), 'line-south');
  });

  it('ends a value where its last word ends', () => {
    assert.match(written(SLA, ['targets']) ?? '', /^targets = - \{id: availability[\s\S]*- or like this$/);
    assert.match(written(SLA, ['notes']) ?? '', /^notes = \|\+\n {2}Kept as it is\.$/);
    assert.equal(written('a:\n  b: 1 # c\n\n# d\ne: 2\n', ['a']), 'a = b: 1');
  });

  it('finds what was cut as if it had not been', () => {
    for (const path of [['suppliers'], ['suppliers', 7], ['suppliers', 9, 'notes'], ['suppliers', 39, 'contact', 'to']]) {
      const whole = readWhole(LONG).documents[0];
      assert.ok(whole);
      assert.deepEqual(locate(documentOf(LONG), path), locate(whole, path), path.join('.'));
    }
  });

  it('places nothing behind the colon', () => {
    for (const text of ['a:\nb: 1\n', 'a:   # later\nb: 1\n', 'a:']) {
      assert.deepEqual(locate(documentOf(text), ['a']), { key: { start: 0, end: 1 }, value: { start: 2, end: 2 } });
    }
  });

  it('takes the last of double keys', () => {
    assert.equal(written('a: 1\na: {b: 1, b: 2}\n', ['a', 'b']), 'b = 2');
  });

  it('finds nothing where nothing is', () => {
    for (const path of [['x'], ['kind', 'x'], ['services', 1], ['services', 'x'], ['valid', 0], ['targets', 0, 'id', 'x']]) {
      assert.equal(written(SLA, path), undefined, path.join('.'));
      assert.equal(nodeAt(documentOf(SLA), path), undefined, path.join('.'));
    }
    assert.equal(written(LONG, ['suppliers', 40]), undefined);
  });

  it('knows the root', () => {
    assert.deepEqual(locate(documentOf(SEVERAL, 2), []), { value: { start: SEVERAL.indexOf('# between'), end: SEVERAL.length } });
    assert.equal(written('a: 1\n---\n- x\n- y: z\n', [], 1), '- x\n- y: z');
    assert.equal(written('a: 1\n---\n- x\n- y: z\n', [1, 'y'], 1), 'y = z');
  });
});

describe('pathAt', () => {
  /** What the cursor `¦` in a text stands on, as `on path`. */
  const at = (marked: string) => {
    const text = marked.replace('¦', '');
    const offset = marked.indexOf('¦');
    const doc = readText(text).documents.findLast((d) => d.start <= offset);
    assert.ok(doc);
    const { path, on } = pathAt(doc, offset, text);
    return `${on} ${path.join('.')}`.trimEnd();
  };
  const cases: readonly (readonly [marked: string, spot: string])[] = [
    ['¦', 'between'],
    ['ki¦nd: sla\n', 'key kind'],
    ['kind¦: sla\n', 'key kind'],
    ['kind: ¦sla\n', 'value kind'],
    ['kind: sl¦a\n', 'value kind'],
    ['kind: sla¦\n', 'value kind'],
    ['kind: sla ¦\n', 'value kind'],
    ['kind:¦\n', 'value kind'],
    ['kind: ¦\nid: x\n', 'value kind'],
    ['kind: ¦', 'value kind'],
    ['kind: x # he¦re\n', 'between'],
    ['kind: x\n¦\nid: y\n', 'between'],
    ['kind: x\nse¦r\nid: y\n', 'between'],
    ['kind: x\n---\nid¦: y\n', 'key id'],
    ['a:\n  ¦\nb: 1\n', 'value a'],
    ['a:\n¦\nb: 1\n', 'between'],
    ['a:\n  b: 1\n  ¦\n', 'between a'],
    ['a:\n  b: 1\n¦', 'between'],
    ['a:\n  b: 1\n  ¦\n  c: 2\n', 'between a'],
    ['a:\n  b:\n    ¦\n', 'value a.b'],
    ['a:\n  ser¦\n  b: 1\n', 'between a'],
    ['a:\n  b: 1\n  ser¦\n', 'key a.ser'],
    ['a:\n  - x: 1\n  - ¦\n', 'value a.1'],
    ['a:\n  - x: 1\n    ¦\n', 'between a.0'],
    ['a:\n  - x: 1\n  ¦\n', 'between a'],
    ['a:\n  - x: 1 # ¦\n', 'between a.0'],
    ['a:\n  - x: 1\n    y:\n      ¦\n', 'value a.0.y'],
    ['a:\n- x: 1\n  ¦\nb: 2\n', 'between a.0'],
    ['a:\n  -¦ x: 1\n', 'between a'],
    ['a:\n  - ¦x: 1\n', 'key a.0.x'],
    ['a: {¦}\n', 'between a'],
    ['a: {x: 1, ¦}\n', 'between a'],
    ['a: {x: 1, y¦}\n', 'key a.y'],
    ['a: {x: ¦, y: 2}\n', 'value a.x'],
    ['a: {x: 1¦, y: 2}\n', 'value a.x'],
    ['a: {x: 1}¦\n', 'value a'],
    ['a: [¦]\n', 'between a'],
    ['a: [x, ¦]\n', 'between a'],
    ['a: [x, y¦]\n', 'value a.1'],
    ['a: |\n  te¦xt\n', 'value a'],
    ['- x\n- y: ¦z\n', 'value 1.y'],
    ['- x\n¦', 'between'],
    ['  a: 1\n  ¦\n', 'between'],
  ];
  for (const [marked, spot] of cases) {
    it(JSON.stringify(marked), () => assert.equal(at(marked), spot));
  }

  it('works in lists that were cut', () => {
    assert.equal(at(LONG.replace('name: "Supplier 8:', 'name: "Supp¦lier 8:')), 'value suppliers.8.name');
    assert.equal(at(LONG.replace('  - id: supplier-9\n', '    ¦\n  - id: supplier-9\n')), 'between suppliers.8');
    assert.equal(at(LONG.replace('  - id: supplier-9\n', '  ¦\n  - id: supplier-9\n')), 'between suppliers');
  });

  it('leads back from every place that locate finds', () => {
    for (const text of Object.values(ALL)) {
      for (const doc of readText(text).documents) {
        for (const path of pathsOf(doc)) {
          const place = locate(doc, path);
          assert.ok(place);
          if (place.key) assert.deepEqual(pathAt(doc, place.key.end, text), { path, on: 'key' });
          const node = nodeAt(doc, path)?.node;
          if (node?.type === 'scalar' && place.value.start < place.value.end && !isAlias(text, place.value.start)) {
            assert.deepEqual(pathAt(doc, place.value.end, text), { path, on: 'value' });
          }
        }
      }
    }
  });
});

const isAlias = (text: string, at: number) => text[at] === '*';

function pathsOf(doc: YamlDocument): Path[] {
  const below = (path: Path): Path[] => {
    const node = nodeAt(doc, path)?.node;
    const steps = node?.type === 'map' ? node.entries.map((e) => e.key) : node?.type === 'list' ? node.items.map((_, i) => i) : [];
    return [...(isCopy(doc, path) ? [] : [path]), ...steps.flatMap((step) => below([...path, step]))];
  };
  return doc.fields.flatMap((f) => [...below([f.key]), ...(f.items ?? []).flatMap((_, i) => below([f.key, i]))]);
}

/** Inside what an alias stands for, where many paths share one place. */
function isCopy(doc: YamlDocument, path: Path): boolean {
  const place = locate(doc, path);
  return place?.key !== undefined && place.key.start === place.value.start;
}
