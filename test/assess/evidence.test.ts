// The evidence grammar over hand-written packs: what each demand comes to, as test/assess/evidence/README.md says.
// Expectations are typed there by hand; this only compares.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { CoverageOf, DemandCoverage } from '../../server/assess/coverage';
import { loadKnowledge } from '../../server/knowledge/knowledge';
import { rules } from '../../server/rules/gathered';
import { Sms } from '../../server/workspace/sms';

const folder = path.resolve(__dirname, '..', '..', '..', 'test', 'assess', 'evidence');
const knowledge = loadKnowledge();

interface Case {
  readonly what: string;
  readonly today?: string;
  readonly edition?: number;
  readonly instead?: Readonly<Record<string, string>>;
  readonly demands: readonly string[];
  readonly state: string;
  readonly reason?: string;
  readonly of?: string;
}

interface Expected {
  readonly today: string;
  readonly evidenced: Readonly<Record<string, readonly string[]>>;
  readonly cases: readonly Case[];
}

interface Part {
  readonly name: string;
  readonly pack: string;
  readonly expected: Expected;
}

const parts: readonly Part[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => {
    const read = (file: string) => readFileSync(path.join(folder, name, file), 'utf8');
    return { name, pack: read('pack.yaml'), expected: parse(read('cases.yaml')) as Expected };
  });

const EDITION = 'edition: "2011"';

/** The text with each old piece, which must stand there exactly once, replaced. */
function replaced(text: string, instead: Readonly<Record<string, string>>): string {
  return Object.entries(instead).reduce((now, [old, by]) => {
    assert.equal(now.split(old).length - 1, 1, `"${old}" stands in the pack once`);
    return now.replace(old, () => by);
  }, text);
}

function coverage(text: string, today: string, edition: string): CoverageOf {
  const sms = new Sms('file:///sms', knowledge, rules, today, ({ error }) => assert.fail(error));
  sms.setTexts([{ uri: 'file:///sms/pack.yaml', text: replaced(text, { [EDITION]: `edition: "${edition}"` }) }]);
  sms.engine.settle();
  return sms.coverage();
}

/** Where the proof stands: kind and fields, numbers left out. */
function proofsOf({ instances }: DemandCoverage, text: string): string[] {
  const kinds = text.split(/^---$/m).map((document) => /^kind: (\S+)/m.exec(document)?.[1] ?? '');
  const proofs = instances.flatMap((i) =>
    i.proofs.map(({ doc, path: at }) => [kinds[Number(doc.split('#')[1])], ...at.filter((k) => typeof k === 'string')]),
  );
  return [...new Set(proofs.map((proof) => proof.join('.')))].sort();
}

/** The edition a case is about: that in which its demand is asked, the older one first. */
const editionOf = (id: string): string => (knowledge.demands.find((d) => d.id === id)?.only === 2018 ? '2018' : '2011');

describe('evidence, by hand', () => {
  for (const { name, pack, expected } of parts) {
    describe(name, () => {
      for (const edition of ['2011', '2018']) {
        it(`is proved where the pack says so, in the edition of ${edition}`, () => {
          const found = coverage(pack, expected.today, edition);
          for (const [id, proofs] of Object.entries(expected.evidenced)) {
            const demand = found.demands.find((d) => d.demand.id === id);
            if (!demand && edition !== editionOf(id)) continue;
            assert.equal(demand?.state, 'evidenced', `${id}: ${demand?.reason}`);
            assert.deepEqual(proofsOf(demand, pack), [...proofs].sort(), id);
          }
        });
      }

      for (const { what, today = expected.today, edition, instead = {}, demands, state, reason, of } of expected.cases) {
        it(`is ${state}: ${what}`, () => {
          const text = replaced(pack, instead);
          const editions = [...new Set(demands.map((id) => String(edition ?? editionOf(id))))];
          const coverages = new Map(editions.map((e) => [e, coverage(text, today, e)]));
          for (const id of demands) {
            const found = coverages.get(String(edition ?? editionOf(id)))?.demands.find((d) => d.demand.id === id);
            assert.equal(found?.state, state, `${id}: ${found?.reason}`);
            if (reason !== undefined) assert.ok(found.reason?.includes(reason), `${id}: ${found.reason}`);
            if (of !== undefined) assert.equal(`${found.of?.evidenced} of ${found.of?.total}`, of, id);
          }
        });
      }
    });
  }

  it('is expected of every demand, both proved and not', () => {
    const proved = parts.flatMap(({ expected }) => Object.keys(expected.evidenced));
    const unproved = parts.flatMap(({ expected }) => expected.cases.filter((c) => c.state !== 'evidenced').flatMap((c) => c.demands));
    const ids = knowledge.demands.map((demand) => demand.id);
    assert.deepEqual(
      ids.filter((id) => !proved.includes(id) || !unproved.includes(id)),
      [],
    );
    assert.deepEqual(
      [...proved, ...unproved].filter((id) => !ids.includes(id)),
      [],
    );
  });
});
