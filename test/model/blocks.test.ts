// Where a text is cut, and that what stands in one piece stays there.
import assert from 'node:assert/strict';
import { cutText } from '../../server/model/blocks';
import { readText } from '../../server/model/read';
import { cut, dataOf, faultsOf, whole } from './absolute';
import { LONG, SLA } from './texts';

/** The pieces of a text, as `form: text`. */
const pieces = (text: string) => cutText(text).flatMap((doc) => doc.pieces.map((p) => `${p.form}: ${text.slice(p.start, p.end)}`));

describe('cutting at top-level keys', () => {
  it('leaves comments and blank lines between keys to nobody', () => {
    assert.deepEqual(pieces('# head\nkind: sla\n\n# about the id\nid: x # here\n\n'), ['field: kind: sla\n', 'field: id: x # here\n']);
  });

  it('keeps what is indented, and dashes and closing brackets below a key, with the key', () => {
    const text = 'a:\n  b: 1\n# c\n  d: 2\ne:\n- x\n- y\nf: [\n  x,\n]\ng: {\n  x: 1\n}\nh: 1\n';
    assert.deepEqual(
      pieces(text).map((p) => p.split('\n')[0]),
      ['field: a:', 'field: e:', 'field: f: [', 'field: g: {', 'field: h: 1'],
    );
    assert.deepEqual(cut(text), whole(text));
  });

  it('takes text in blocks for text, whatever it looks like', () => {
    const text = 'a: |\n  key: x\n  --- no\n  - item\n\n  last\nb: >-\n  ...\n  kind: sla\nc: 1\n';
    assert.deepEqual(dataOf(text), { a: 'key: x\n--- no\n- item\n\nlast\n', b: '... kind: sla', c: 1 });
  });

  it('counts blank lines at the end only where they are text', () => {
    assert.deepEqual(dataOf('a: |+\n  x\n\n\nb: |\n  y\n\n\nc: 1\n'), { a: 'x\n\n\n', b: 'y\n', c: 1 });
  });

  it('knows keys of many kinds', () => {
    const keys = ['"a: b"', "'it''s'", 'service hours', 'größe', 'a:b', 'a#b', '-x', '?y', '12', 'emoji 🌊', 'x '];
    const text = keys.map((k) => `${k}: 1\n`).join('');
    assert.equal(pieces(text).length, keys.length);
    assert.deepEqual(Object.keys(dataOf(text)), ['12', 'a: b', "it's", ...keys.slice(2, 8), 'emoji 🌊', 'x']);
    assert.deepEqual(cut(text), whole(text));
  });

  it('reads Windows and old line ends, and a byte order mark', () => {
    assert.deepEqual(dataOf('\uFEFFkind: sla\r\ntargets:\r\n  - a\r\n  - b\r\n\r\nnote: |\r\n  x\r\n  y\r\n'), {
      kind: 'sla',
      targets: ['a', 'b'],
      note: 'x\ny\n',
    });
    assert.deepEqual(dataOf('kind: sla\rtargets:\r  - a\r  - b\rid: x\r'), { kind: 'sla', targets: ['a', 'b'], id: 'x' });
  });

  it('makes one block of a document whose root it can not cut', () => {
    const texts = [
      '- a\n- b\n',
      '{a: 1,\nb: 2}\n',
      '[a,\n b]\n',
      'just\nwords\n',
      '--- |\nkey: x\nother: y\n',
      '--- !t\na: 1\nb: 2\n',
      '? a\n: 1\nb: 2\n',
      'a: 1\n? b\n: 2\n',
      '[a]: 1\nb: 2\n',
      '  a: 1\n  b: 2\n',
      'a: &x 1\nb: *x\n',
      '%TAG ! tag:e,2:\n---\na: 1\nb: 2\n',
      '"a\n\n b"\n',
      'a: 1\nb\n  : 2\nc: 3\n',
    ];
    for (const text of texts) {
      assert.deepEqual(
        cutText(text)[0]?.pieces.map((p) => p.form),
        ['document'],
        text,
      );
      assert.deepEqual(cut(text), whole(text), text);
    }
  });
});

describe('documents', () => {
  it('lie side by side and cover the text', () => {
    const text = '# first\na: 1\n--- # second\nb: 2\n...\n# between\n---\n---\nc: 3\n...\n# end\n';
    const docs = cutText(text);
    assert.deepEqual(
      docs.map(({ start, end }) => text.slice(start, end)),
      ['# first\na: 1\n', '--- # second\nb: 2\n...\n', '# between\n---\n', '---\nc: 3\n...\n# end\n'],
    );
    assert.deepEqual(cut(text), whole(text));
  });

  it('are one, without anything in it, where nothing is written', () => {
    for (const text of ['', '\n\n', '# only a comment\n', '---\n']) {
      const read = readText(text);
      assert.deepEqual(read.documents, [{ start: 0, end: text.length, fields: [], faults: [] }]);
    }
  });

  it('without a map have their root as `other`', () => {
    const [first, second] = readText('a: 1\n---\n- x\n').documents;
    assert.equal(first?.other, undefined);
    assert.deepEqual([second?.start, second?.other?.type, second?.other?.start, second?.fields], [5, 'list', 4, []]);
  });
});

describe('half-typed lines', () => {
  const around = { kind: 'sla', targets: [{ id: 'x' }], id: 'mail' };
  const cases = ['ser', 'service hours', '"ser', '{', '[x', '@', '|', '!x', ',', 'ser # later', '🌊'];
  for (const line of cases) {
    it(`"${line}" harms no other key`, () => {
      const text = `kind: sla\n${line}\ntargets:\n  - id: x\nid: mail\n`;
      assert.deepEqual(dataOf(text), around);
      const [fault, ...more] = faultsOf(readText(text));
      assert.deepEqual(more, []);
      assert.deepEqual([fault?.id, fault?.start], ['key-without-colon', 10]);
      assert.equal(text.slice(10, fault?.end), line.replace(' # later', ''));
    });
  }

  it('keep what stands below them to themselves', () => {
    assert.deepEqual(dataOf('kind: sla\ntargets\n  - id: x\n- y\nid: mail\n'), { kind: 'sla', id: 'mail' });
  });

  it('stand at the start and the end, too', () => {
    assert.deepEqual(dataOf('ki\nkind: sla\nid: mail\nser'), { kind: 'sla', id: 'mail' });
  });

  it('are not many: then it is prose', () => {
    const text = `${'words\n'.repeat(200)}key: 1\n`;
    assert.deepEqual(pieces(text).length, 1);
    assert.equal(faultsOf(readText(text)).length, 1);
  });
});

describe('an open quote or bracket', () => {
  for (const open of ['"x', "'x", '[x', '{x: y', '{x: "y', '[{a: [b']) {
    it(`${open} harms only its own key`, () => {
      const text = `kind: sla\nparties: ${open}\nid: mail\ntargets:\n  - {id: x}\n`;
      const { kind, id, targets } = dataOf(text);
      assert.deepEqual({ kind, id, targets }, { kind: 'sla', id: 'mail', targets: [{ id: 'x' }] });
      assert.equal(faultsOf(readText(text)).length, 1);
      assert.deepEqual(
        readText(text).documents[0]?.fields.map((f) => f.broken),
        [undefined, true, undefined, undefined],
      );
    });
  }

  it('in an item of a long list harms only that item', () => {
    const text = LONG.replace('"Supplier 8: goods"', '"Supplier 8: goods');
    const items = readText(text).documents[0]?.fields.find((f) => f.key === 'suppliers')?.items ?? [];
    assert.equal(items.length, 40);
    assert.deepEqual(
      items.flatMap((item, i) => (item.broken ? [i] : [])),
      [8],
    );
  });
});

describe('a key indented by mistake', () => {
  it('before the others is told and read all the same', () => {
    const text = '# head\n  kind: sla\nid: mail\n';
    assert.deepEqual(dataOf(text), { kind: 'sla', id: 'mail' });
    assert.deepEqual(
      faultsOf(readText(text)).map((f) => f.values.says),
      ['This line is indented more than its neighbours.'],
    );
  });

  it('too little becomes no field', () => {
    assert.deepEqual(dataOf('a:\n  b: 1\n c: 2\nd: 3\n'), { a: { b: 1 }, d: 3 });
  });
});

describe('long lists', () => {
  const forms = (text: string) => cutText(text).flatMap((doc) => doc.pieces.map((p) => p.form));
  const list = (indent: string, n = 60) =>
    Array.from({ length: n }, (_, i) => `${indent}- id: number-${i}\n${indent}  note: some words about it, as people write\n`).join('');

  it('are cut at their items, with dashes indented or not', () => {
    for (const indent of ['', '  ', '      ']) {
      const text = `a: 1\nlist: # of things\n${list(indent)}b: 2\n`;
      assert.equal(forms(text).filter((f) => f === 'item').length, 60);
      assert.deepEqual(cut(text), whole(text));
    }
  });

  it('stay in one piece where they are short, of mere words, or no list below their key', () => {
    const words = Array.from({ length: 300 }, (_, i) => `  - word-${i}\n`).join('');
    const texts = [
      `list:\n${list('  ', 5)}`,
      `list:\n${words}`,
      `list: [x,\n${list('  ')}`,
      `list:\n  x: 1\n${list('  ')}`,
      `list:\n${list('  ')} x: 1\n`,
      `list: !t\n${list('  ')}`,
      `list: |\n${list('  ')}`,
    ];
    for (const text of texts) assert.ok(!forms(text).includes('item'), text.slice(0, 40));
  });

  it('keep lists inside items, texts and comments with their items', () => {
    const text = `list:\n${list('  ', 30)}  - id: odd\n    notes: |\n      - id: no item\n\n     # no comment\n    inner:\n    - a\n    - - b\n# far left\n\n  # right here\n${list('  ', 30)}`;
    assert.equal(forms(text).filter((f) => f === 'item').length, 61);
    assert.deepEqual(cut(text), whole(text));
  });

  it('are the same list to whoever reads', () => {
    const field = readText(LONG).documents[0]?.fields.find((f) => f.key === 'suppliers');
    assert.equal(field?.items?.length, 40);
    assert.deepEqual(
      [field?.value.type, LONG.slice((field?.offset ?? 0) + (field?.value.start ?? 0)).startsWith('- id: supplier-0')],
      ['list', true],
    );
    assert.deepEqual(cut(SLA), whole(SLA));
  });
});
