// Texts made to hold up whoever reads them: each is a fault after work that is bounded, told by what was parsed, never by a clock.
import assert from 'node:assert/strict';
import { cutText } from '../../server/model/blocks';
import { LIMITS } from '../../server/model/limits';
import type { Node, ReadText } from '../../server/model/node';
import { readText, readWhole } from '../../server/model/read';
import { parseBlock } from '../../server/model/yaml';
import { dataOf, faultsOf } from './absolute';

/** The one fault of a text whose document is not read. */
function refusal(read: ReadText) {
  const [fault, ...more] = faultsOf(read);
  assert.deepEqual(more, []);
  for (const doc of read.documents) assert.deepEqual([doc.fields, doc.other], [[], undefined]);
  return fault;
}

function count(node: Node | undefined): number {
  if (!node || node.type === 'scalar') return 1;
  const below = node.type === 'list' ? node.items : node.entries.map((e) => e.value);
  return below.reduce((n, child) => n + count(child), 1);
}

describe('too deep', () => {
  const nested: Readonly<Record<string, string>> = {
    '10,000 brackets': `a: ${'['.repeat(10_000)}`,
    '10,000 brackets that close': `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`,
    '10,000 braces': `a: ${'{a: '.repeat(10_000)}`,
    '10,000 brackets at the root': '['.repeat(10_000),
    '10,000 dashes in a line': `a:\n  ${'- '.repeat(10_000)}x`,
    '10,000 question marks': '? '.repeat(10_000),
    '3,000 levels of indentation': Array.from({ length: 3_000 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''),
    'pairs inside brackets': `a: ${'[a: '.repeat(10_000)}`,
  };
  for (const [name, text] of Object.entries(nested)) {
    it(`${name} are a fault found where they become too many`, () => {
      const fault = refusal(readText(text));
      assert.equal(fault?.id, 'too-deep');
      // Read no further than this: the place is where reading stopped.
      const longest = name.includes('indentation') ? (LIMITS.depth + 2) ** 2 : 5 * LIMITS.depth;
      assert.ok(fault && fault.start < longest, `stopped at ${fault?.start}`);
      assert.deepEqual(parseBlock(text).root, undefined);
    });
  }

  it('begins above the limit, not at it', () => {
    const brackets = (n: number) => `${'['.repeat(n)}x${']'.repeat(n)}`;
    assert.deepEqual(faultsOf(readWhole(brackets(LIMITS.depth))), []);
    assert.equal(refusal(readWhole(brackets(LIMITS.depth + 1)))?.id, 'too-deep');
  });

  it('is not counted in quotes, comments and texts', () => {
    const many = '['.repeat(500);
    assert.deepEqual(faultsOf(readText(`a: "${many}"\nb: |\n  ${many}\nc: x # ${many}\nd: it's ${many}\n`)), []);
  });
});

describe('too many', () => {
  it('keys at the top are counted before any of them is parsed', () => {
    const text = Array.from({ length: 40_000 }, (_, i) => `key${i}: 1\n`).join('');
    const read = readText(text);
    const fault = refusal(read);
    assert.deepEqual([fault?.id, fault?.values], ['too-many-keys', { count: '40,000', limit: '1,000' }]);
    assert.equal(read.blocks.size, 0);
  });

  it('keys in a map are one fault', () => {
    const keys = Array.from({ length: 40_000 }, (_, i) => `  key${i}: 1\n`).join('');
    for (const text of [`a:\n${keys}b: 1\n`, `{\n${keys.replaceAll('\n', ',\n')}}\n`]) {
      const read = readText(text);
      assert.equal(refusal(read)?.id, 'too-many-keys');
      assert.ok(read.blocks.size <= 2);
    }
  });

  it('keys are more than a thousand', () => {
    const keys = (n: number) => Array.from({ length: n }, (_, i) => `key${i}: 1\n`).join('');
    assert.deepEqual(faultsOf(readText(keys(LIMITS.keys))), []);
    assert.equal(refusal(readText(keys(LIMITS.keys + 1)))?.id, 'too-many-keys');
  });

  it('lines without a colon are one block', () => {
    assert.equal(readText(`a: 1\n${'word\n'.repeat(40_000)}`).blocks.size, 1);
  });

  it('documents are a fault of the text', () => {
    const read = readText('---\na: 1\n'.repeat(40_000));
    assert.equal(refusal(read)?.id, 'too-many-documents');
    assert.deepEqual([read.documents.length, read.blocks.size], [0, 0]);
  });

  it('words in a list are parsed together', () => {
    const read = readText(`list:\n${'  - x\n'.repeat(40_000)}`);
    assert.deepEqual([faultsOf(read), read.blocks.size], [[], 1]);
  });
});

describe('aliases', () => {
  it('are copies of what they stand for, placed where they stand', () => {
    const text = 'a: &hours {from: 8, days: [mon]}\nb: *hours\nc: [*hours, *hours]\n';
    const hours = { from: 8, days: ['mon'] };
    assert.deepEqual(dataOf(text), { a: hours, b: hours, c: [hours, hours] });
    const value = readText(text).documents[0]?.fields[1]?.value;
    const entry = value?.type === 'map' ? value.entries[1] : undefined;
    assert.deepEqual([value?.start, value?.end, entry?.keyStart, entry?.value.start, entry?.value.end], [36, 42, 36, 36, 42]);
  });

  it('mean the name given last', () => {
    assert.deepEqual(dataOf('a: &x 1\nb: *x\nc: &x 2\nd: *x\ne: &x [&x 3, *x]\nf: *x\n'), { a: 1, b: 1, c: 2, d: 2, e: [3, 3], f: 3 });
  });

  it('that lead nowhere are told once for each name', () => {
    assert.deepEqual(
      faultsOf(readText('a: [*x, *x, *y]\n')).map((f) => [f.id, f.values.name]),
      [
        ['unknown-alias', 'x'],
        ['unknown-alias', 'y'],
      ],
    );
  });

  it('to any number of names are read', () => {
    const names = Array.from({ length: 200_000 }, (_, i) => `*${i}`);
    assert.equal(faultsOf(readText(`a: [${names.join(', ')}]\n`)).length, names.length);
  });

  it('that grow without end are a fault', () => {
    const level = (i: number) => `l${i}: &l${i} [${Array.from({ length: 10 }, () => (i === 0 ? 'ha' : `*l${i - 1}`)).join(', ')}]\n`;
    const bomb = (levels: number) => Array.from({ length: levels }, (_, i) => level(i)).join('');
    // 10 to the 12th values, if they were all made.
    assert.equal(refusal(readText(bomb(12)))?.id, 'too-many-values');
    const small = readText(bomb(4));
    assert.deepEqual(faultsOf(small), []);
    const values = small.documents[0]?.fields.reduce((n, f) => n + count(f.value), 0) ?? 0;
    assert.ok(values > 10_000 && values < LIMITS.copies, `${values}`);
  });

  it('that stand in what they stand for come to an end', () => {
    assert.equal(faultsOf(readText('a: &a {b: [*a]}\n')).length, 1);
  });
});

describe('too large', () => {
  it('is not read at all', () => {
    const read = readText('a: b\n'.repeat(10_000_000));
    const fault = refusal(read);
    assert.deepEqual([fault?.id, fault?.values], ['too-large', { size: '50 MB', limit: '5 MB' }]);
    assert.deepEqual([read.documents.length, read.blocks.size], [0, 0]);
  });

  it('10,000 levels of indentation are that as well', () => {
    const text = Array.from({ length: 10_000 }, (_, i) => `${' '.repeat(i)}a:\n`).join('');
    assert.equal(refusal(readText(text))?.id, 'too-large');
  });

  it('one line of any length is cut quickly', () => {
    for (const char of ['a', ' ', ':', '!', '#', '"', '- ', '\t', "'", '&', '\\', '|']) {
      const line = char.repeat(1_000_000);
      assert.ok(cutText(`a: 1\n${line}\n`)[0]?.pieces.length);
    }
  });
});
