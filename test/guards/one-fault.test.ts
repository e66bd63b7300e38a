// One fault at a time, planted at each mandatory path and in each word of a closed list, of each kind: it gives exactly one
// finding, and the fix of that finding takes it away. Generated from the knowledge: a new kind is guarded as soon as it is there.
import assert from 'node:assert/strict';
import { loadKnowledge } from '../../server/knowledge/knowledge';
import type { Path } from '../../server/knowledge/schema';
import type { Edition, Kind } from '../../server/knowledge/types';
import { leavesOf, replaced } from './answered';
import { enumPaths, firstAbsent, mandatoryPaths, without } from './fault-places';
import { FaultySms } from './faulty-sms';

const knowledge = loadKnowledge();
const EDITIONS: readonly Edition[] = ['2011', '2018'];
const written = (path: Path) => path.join('.');

for (const edition of EDITIONS) {
  describe(`one fault at a time, ${edition} edition`, () => {
    const sms = new FaultySms(knowledge, edition);

    for (const kind of knowledge.kinds.values()) {
      const right = sms.textOf(kind);

      it(`${kind.kind}: answered, its template has no fault`, () => {
        assert.deepEqual(sms.found(kind, right), []);
      });

      for (const paths of mandatoryPaths(kind, sms)) {
        it(`${kind.kind} without ${paths.map(written).join(' and ')}`, () => {
          const faulty = paths.reduce(without, right);
          assert.notEqual(faulty, right);
          // An id that is gone is missed by all that refer to it, too: then only the part itself is looked at.
          const part = paths[0]?.at(-1) === 'id' ? paths[0].slice(0, -1) : [];
          const found = sms.found(kind, faulty, part);
          assert.equal(found.length, 1, found.join('\n'));
          const [fixed = assert.fail('there is no fix')] = sms.fixes(kind, faulty);
          assert.deepEqual(
            sms.found(kind, fixed, part).filter((f) => !f.startsWith('unanswered ')),
            [],
          );
          assert.deepEqual(sms.found(kind, sms.answered(kind, fixed)), []);
        });
      }
    }
  });
}

describe('a wrong word at a time', () => {
  const sms = new FaultySms(knowledge, '2018');
  for (const kind of knowledge.kinds.values()) {
    for (const [path, words] of enumPaths(kind)) {
      it(`${kind.kind}: ${written(path)}`, () => {
        const text = withPath(sms, kind, path);
        // What is written beside the word may lead somewhere of its own accord, such as a part back to itself.
        const before = new Set(sms.found(kind, text));
        for (const word of words) {
          const faulty = exchanged(text, kind, path, `${word}x`);
          const found = sms.found(kind, faulty).filter((f) => !before.has(f));
          assert.equal(found.length, 1, `${word}\n${found.join('\n')}`);
          const mended = sms.fixes(kind, faulty);
          assert.ok(mended.includes(exchanged(text, kind, path, word)), `no fix leads to "${word}"`);
        }
        for (const word of words)
          assert.ok(!sms.found(kind, exchanged(text, kind, path, word)).some((f) => f.startsWith('wrong-value ')), word);
      });
    }
  }
});

/** The document with that field written, where the template leaves it out. */
function withPath(sms: FaultySms, kind: Kind, path: Path): string {
  let text = sms.textOf(kind);
  for (;;) {
    const absent = firstAbsent(sms.document(kind, text), path);
    if (!absent) return text;
    const more = sms.withField(kind, text, absent);
    assert.notEqual(more, text, `${written(absent)} can't be written`);
    text = more;
  }
}

function exchanged(text: string, kind: Kind, path: Path, word: string): string {
  return replaced(text, leavesOf(text, kind), (leaf) => (written(leaf.path) === written(path) ? word : undefined));
}
