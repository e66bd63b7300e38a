// That the complete packs are complete: nothing is found in them, and every demand of their edition is evidenced. And that the small
// one is enough. The counts are those of the register, where that lies beside this folder.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { CoverageOf, State } from '../../server/assess/coverage';
import type { RawDemand } from '../../server/knowledge/types';
import type { Sms } from '../../server/workspace/sms';
import { folderUri, judged, readPack } from '../guards/pack';
import { root } from '../guards/source';

const TODAY = '2026-11-24';
const EDITIONS = ['2011', '2018'] as const;
type Edition = (typeof EDITIONS)[number];

const file = path.resolve(root, '..', 'shared', 'standard', 'requirements.yaml');

interface Registered {
  readonly id: string;
  readonly process: string;
}

/** What an edition asks for, as the register has it. Its last part is asked by the edition of 2018 only. */
function registered(edition: Edition): readonly Registered[] {
  const register = parse(readFileSync(file, 'utf8')) as Readonly<Record<string, { readonly requirements?: readonly RawDemand[] }>>;
  return Object.entries(register).flatMap(([process, { requirements = [] }]) =>
    requirements
      .filter(({ iso2018 }) => (process === ONLY_2018 ? edition === '2018' : edition === '2011' || iso2018 !== '-'))
      .map(({ id }) => ({ id, process })),
  );
}
const ONLY_2018 = '2018 only';

/** A pack under an edition, judged. */
async function under(name: string, edition: Edition): Promise<Sms> {
  const texts = readPack(name);
  const manifest = `${folderUri(name)}/sms.yaml`;
  texts.set(manifest, (texts.get(manifest) ?? '').replace(/^edition: \d+$/m, `edition: ${edition}`));
  const [sms] = (await judged(texts, [folderUri(name)], () => TODAY)).smss;
  assert.ok(sms);
  return sms;
}

/** Everything found, of any severity, a line each. */
const found = (sms: Sms): readonly string[] =>
  [...sms.files.keys()].flatMap((uri) => sms.findings(uri).map((f) => `${path.basename(uri)}: ${f.severity} ${f.code}: ${f.message}`));

const idsOf = ({ demands }: CoverageOf): string[] => demands.map((d) => d.demand.id);

/** Demands that aren't in one of these states, each with what is said of it. */
const others = ({ demands }: CoverageOf, states: readonly State[]): readonly string[] =>
  demands.flatMap(({ demand, state, reason, of, instances }) => {
    const open = instances.filter((i) => i.state !== 'evidenced').map((i) => `${i.label}: ${i.state}`);
    const all = states.includes(state) && (state !== 'evidenced' || of === undefined || of.evidenced === of.total);
    return all ? [] : [`${demand.id}: ${state}, ${reason ?? ''} ${open.join(', ')}`];
  });

describe('the complete packs', () => {
  for (const edition of EDITIONS) {
    describe(edition, () => {
      let sms: Sms;
      before(async () => {
        sms = await under(`complete-${edition}`, edition);
      });

      it('are for their edition', () => {
        assert.match(
          readPack(`complete-${edition}`).get(`${folderUri(`complete-${edition}`)}/sms.yaml`) ?? '',
          new RegExp(`^edition: ${edition}$`, 'm'),
        );
      });

      it('have nothing found in them', () => {
        assert.deepEqual(found(sms), []);
      });

      it('have every demand evidenced, of everything it holds for', () => {
        const coverage = sms.coverage();
        assert.equal(coverage.edition, edition);
        assert.ok(coverage.demands.length > 100);
        assert.deepEqual(others(coverage, ['evidenced']), []);
      });

      it('have as many demands in each clause as the register', function () {
        if (!existsSync(file)) this.skip();
        const { demands } = sms.coverage();
        const asked = registered(edition);
        const clauses = new Set(asked.map(({ process }) => process).filter((process) => process !== ONLY_2018));
        for (const process of clauses) {
          const own = asked.filter((d) => d.process === process).map((d) => d.id);
          const covered = demands.filter(({ demand }) => demand.process.name === process && demand.only !== 2018).map((d) => d.demand.id);
          assert.deepEqual(covered.sort(), own.sort(), process);
        }
        assert.equal(demands.length, asked.length);
      });
    });
  }

  it('tell the same, but for the edition', () => {
    const [one, other] = EDITIONS.map((edition) => {
      const name = `complete-${edition}`;
      return [...readPack(name)].map(([uri, text]) => [uri.slice(folderUri(name).length), text.replace(/^edition: \d+$/m, 'edition:')]);
    });
    assert.deepEqual(one, other);
  });

  it('under the other edition have what that asks for, and only that', async function () {
    const asked = new Map<Edition, Set<string>>();
    for (const edition of EDITIONS) {
      const coverage = (await under('complete-2018', edition)).coverage();
      assert.deepEqual(others(coverage, ['evidenced']), []);
      asked.set(edition, new Set(idsOf(coverage)));
    }
    const only = (one: Edition, other: Edition) => [...(asked.get(one) ?? [])].filter((id) => !asked.get(other)?.has(id)).sort();
    assert.ok(only('2011', '2018').length > 0 && only('2018', '2011').length > 0);
    if (!existsSync(file)) this.skip();
    const registeredOnly = (one: Edition, other: Edition) => {
      const there = new Set(registered(other).map(({ id }) => id));
      return registered(one)
        .map(({ id }) => id)
        .filter((id) => !there.has(id))
        .sort();
    };
    assert.deepEqual(only('2011', '2018'), registeredOnly('2011', '2018'));
    assert.deepEqual(only('2018', '2011'), registeredOnly('2018', '2011'));
  });
});

describe('the small pack', () => {
  let sms: Sms;
  before(async () => {
    sms = await under('small', '2018');
  });

  it('has nothing found in it', () => {
    assert.deepEqual(found(sms), []);
  });

  it('has every demand evidenced, or there is nothing of the kind', () => {
    const coverage = sms.coverage();
    assert.deepEqual(others(coverage, ['evidenced', 'no instance', 'none recorded']), []);
  });
});
