// One fault at a time, planted at each mandatory path and in each word of a closed list, of each kind: it gives exactly one
// finding, and the fix of that finding takes it away. Generated from the knowledge: a new kind is guarded as soon as it is there.
import assert from 'node:assert/strict';
import { loadKnowledge } from '../../server/knowledge/knowledge';
import type { Path } from '../../server/knowledge/schema';
import type { Edition, Kind } from '../../server/knowledge/types';
import { rules } from '../../server/rules/gathered';
import { asObject, enumPaths, firstAbsent, mandatoryPaths, unplanted, without } from './fault-places';
import { FaultySms } from './faulty-sms';
import { leavesOf, replaced } from './leaves';

const knowledge = loadKnowledge();
/** Findings that are no rule's, and say what a document comes to beside the others or today: examples don't agree in that. */
const HELD_AGAINST_OTHERS = [
  'no-instance-contradicted',
  'no-instance-lapsed',
  'waiver-matches-nothing',
  'waiver-lapsed',
  'baseline-outlived',
];
const EDITIONS: readonly Edition[] = ['2011', '2018'];
const written = (path: Path) => path.join('.');

const smss = new Map(EDITIONS.map((edition) => [edition, new FaultySms(knowledge, edition)]));

for (const [edition, sms] of smss) {
  describe(`one fault at a time, ${edition} edition`, () => {
    it('is planted at each field that is asked for', () => {
      const missed = unplanted(sms).filter((field) => !ANY_RECORD.includes(field));
      assert.deepEqual(missed, []);
    });

    for (const kind of knowledge.kinds.values()) {
      const right = sms.textOf(kind);
      // What examples show doesn't agree from kind to kind, so that checks have something to say beforehand.
      const before = new Set(sms.found(kind, right).map(known));

      it(`${kind.kind}: answered, its template has no fault`, () => {
        assert.deepEqual(
          [...before].filter((f) => !isOfCheck(f)),
          [],
        );
      });

      for (const paths of mandatoryPaths(kind, sms)) {
        it(`${kind.kind} without ${paths.map(written).join(' and ')}`, () => {
          const faulty = paths.reduce(without, right);
          assert.notEqual(faulty, right);
          // An id that is gone is missed by all that refer to it, too: then only the part itself is looked at.
          const part = paths[0]?.at(-1) === 'id' ? paths[0].slice(0, -1) : [];
          const added = (text: string) =>
            sms.found(kind, text, part).filter((f) => !before.has(known(f)) && !isDangling(f, kind, paths, right));
          const found = added(faulty).filter((f) => !isMeant(f, kind, paths));
          assert.equal(found.length, 1, found.join('\n'));
          const [fixed = assert.fail('there is no fix')] = sms.fixes(kind, faulty, right);
          assert.deepEqual(
            added(fixed).filter((f) => !f.startsWith('unanswered ') && !isMeant(f, kind, paths)),
            [],
          );
          assert.deepEqual(
            sms.found(kind, sms.answered(kind, fixed)).filter((f) => !before.has(known(f))),
            [],
          );
        });
      }
    }
  });
}

describe('a wrong word at a time', () => {
  const sms = smss.get('2018') ?? assert.fail();
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
          const mended = sms.fixes(kind, faulty, text);
          assert.ok(mended.includes(exchanged(text, kind, path, word)), `no fix leads to "${word}"`);
        }
        for (const word of words)
          assert.ok(!sms.found(kind, exchanged(text, kind, path, word)).some((f) => f.startsWith('wrong-value ')), word);
      });
    }
  }
});

/** Asked of the whole SMS, so that any record may say it and none is at fault. */
const ANY_RECORD = ['6.4-policy-followed cost-report.allocation', '9.4-sms-effectiveness service-report.smsEffectiveness'];

function isOfCheck(finding: string): boolean {
  return [...rules.map(({ id }) => id), ...HELD_AGAINST_OTHERS].some((id) => finding.startsWith(`${id} `));
}

/** A check that has something to say anyway may say it in other words. */
function known(finding: string): string {
  return isOfCheck(finding) ? finding.slice(0, finding.indexOf(':')) : finding;
}

/** What refers to something that went with the fields. */
function isDangling(finding: string, kind: Kind, paths: readonly Path[], right: string): boolean {
  const gone = leavesOf(right, kind).filter((leaf) => leaf.defines && paths.some((path) => isWithin(leaf.path, path)));
  return finding.startsWith('unknown-') && gone.some(({ source }) => finding.includes(`"${source}"`));
}

/** What a check says besides on purpose: the field settles what it finds, and without it there are two things to tell. */
const ON_PURPOSE: Readonly<Record<string, string>> = { 'contract alignmentRisks': 'contract-weaker-than-sla' };

const isMeant = (finding: string, { kind }: Kind, paths: readonly Path[]) =>
  paths.some((path) => finding.startsWith(`${ON_PURPOSE[`${kind} ${written(path)}`]} `));

const isWithin = (path: Path, above: Path) => above.every((key, i) => key === path[i]);

/** The document with that field written, where the template leaves it out. */
function withPath(sms: FaultySms, kind: Kind, path: Path): string {
  let text = sms.textOf(kind);
  for (;;) {
    text = asObject(text, kind, path);
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
