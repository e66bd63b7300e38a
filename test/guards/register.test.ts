// That demands, populations and kinds are those of the register they were taken from, where that lies beside this folder.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { readGathered } from '../../server/knowledge/gathered/data';
import { loadKnowledge } from '../../server/knowledge/knowledge';
import type { RawDemand, RawPopulation, RawSchema } from '../../server/knowledge/types';
import { demandDifferences, kindDifferences, populationDifferences, type RegisterKind } from './register';
import { digestOf } from './register-digest';
import { root } from './source';

const folder = path.resolve(root, '..', 'shared', 'standard');
const read = (file: string): unknown => parse(readFileSync(path.join(folder, file), 'utf8'));

/** What is said in another way on purpose, by the reason. */
const ON_PURPOSE: Readonly<Record<string, readonly string[]>> = {
  'what a contract delivers leads up to the SLAs as well as naming them does': ['7.2-alignment evidence'],
  'the same in plainer words': [
    '6.2-produced demand',
    '6.2-satisfaction demand',
    '6.3-unplanned-investigated demand',
    '6.4-costs-managed demand',
  ],
  'only checks are asked of these, no demand': [
    'agreement name',
    'allocation key name',
    'approval name',
    'catalogue name',
    'catalogued service name',
    'change of documents name',
    'component name',
    'continuity requirements name',
    'cost report name',
    'person name',
    'risk name',
    'security policy name',
    'supplier review name',
    'supplier with access name',
    'upkeep name',
  ],
  'that a document was looked at and left as it is makes no new version of it': [
    'new version of a capacity plan where',
    'new version of a continuity or availability plan where',
    'new version of a contract where',
    'new version of a service agreement where',
    'new version of an sla where',
    'new version of requirements where',
  ],
  'in a period without a single case there is no value': [
    'service-report none',
    'service-review none',
    'supplier-result none',
    'target-monitoring none',
  ],
  'there may be none of these either, though no proof is read there': [
    'availability-record none',
    'baseline kind',
    'continuity-plan none',
    'cost-report none',
    'customer none',
    'ola none',
    'person none',
    'plan-invocation none',
    'plan-test none',
    'supplier none',
  ],
  'what a line is about stands with the line, which is a thing by itself': ['cost-line about', 'cost-report about'],
};

interface Populations {
  readonly kinds: Readonly<Record<string, RegisterKind>>;
  readonly sorts: Readonly<Record<string, RegisterKind>>;
  readonly populations: Readonly<Record<string, RawPopulation>>;
}

function readDemands(): readonly RawDemand[] {
  const register = read('requirements.yaml') as Readonly<Record<string, { readonly requirements?: readonly RawDemand[] }>>;
  return Object.entries(register).flatMap(([process, { requirements = [] }]) =>
    requirements.map((demand) => (process === '2018 only' ? { ...demand, only: 2018 as const } : demand)),
  );
}

describe('the register', () => {
  const gathered = readGathered();
  const demands = gathered.clauses.map((clause) => clause.demands ?? []);
  const populations = Object.assign({}, ...gathered.clauses.map((clause) => clause.populations ?? {})) as Populations['populations'];

  before(function () {
    if (!existsSync(folder)) this.skip();
  });

  it('has the same demands, populations and kinds, but for what differs on purpose', () => {
    const register = read('populations.yaml') as Populations;
    assert.ok(readDemands().length > 100 && Object.keys(register.populations).length > 20 && Object.keys(register.kinds).length > 20);
    const differ = [
      ...demandDifferences(demands.flat(), readDemands()),
      ...populationDifferences(populations, register.populations),
      ...kindDifferences(loadKnowledge(), register.kinds, register.sorts),
    ];
    assert.deepEqual(differ.sort(), Object.values(ON_PURPOSE).flat().sort());
  });

  it('has the digest that is kept of it', () => {
    assert.deepEqual(digestOf(readDemands()), JSON.parse(readFileSync(path.join(root, 'test', 'guards', 'register-digest.json'), 'utf8')));
  });

  it('has demands in the same order', () => {
    const ids = readDemands().map((demand) => demand.id);
    for (const some of demands) {
      const built = some.map((demand) => demand.id);
      assert.deepEqual(
        built,
        ids.filter((id) => built.includes(id)),
      );
    }
  });
});

describe('the digest of the register', () => {
  const file = path.join(root, 'test', 'guards', 'register-digest.json');
  const built = readGathered().clauses.flatMap((clause) => clause.demands ?? []);

  it('is that of the demands in each clause and edition', () => {
    if (process.env.UPDATE && existsSync(folder)) writeFileSync(file, `${JSON.stringify(digestOf(readDemands()), undefined, 2)}\n`);
    assert.deepEqual(digestOf(built), JSON.parse(readFileSync(file, 'utf8')));
  });

  it('differs where a demand is gone, is new, or is asked for otherwise', () => {
    const [first, ...others] = built;
    assert.ok(first);
    const digest = digestOf(built);
    for (const changed of [others, [...built, { ...first, id: `${first.id}-too` }], [{ ...first, iso2018: '-' }, ...others]])
      assert.notDeepEqual(digestOf(changed), digest);
    assert.notDeepEqual(digestOf([{ ...first, basis: { '2018': 'usual-evidence' as const } }, ...others]), digest);
    assert.deepEqual(digestOf([...others, first]), digest);
  });
});

describe('the guard of the register', () => {
  const demand: RawDemand = {
    ...{
      id: 'a',
      title: 'something',
      iso2018: '-',
      stage: 'plan',
      demand: 'Asked.',
      why: 'So.',
      auditor: 'Looks.',
      nonconformity: 'Nothing is kept.',
    },
    evidence: ['sla.targets'],
  };
  const population: RawPopulation = { of: 'sla', where: { status: 'agreed' }, empty: 'missing', says: 'An SLA.' };

  it('tells demands apart', () => {
    assert.deepEqual(demandDifferences([demand], [{ ...demand, why: 'Other.' }]), []);
    assert.deepEqual(demandDifferences([demand], []), ['a id']);
    assert.deepEqual(demandDifferences([], [demand]), ['a id']);
    const other: RawDemand = { ...demand, stage: 'do', evidence: ['sla.targets', 'sla.workload'], only: 2018 };
    assert.deepEqual(demandDifferences([demand], [other]), ['a only', 'a stage', 'a evidence']);
  });

  it('tells populations apart', () => {
    assert.deepEqual(populationDifferences({ a: population }, { a: { ...population, shortest: true } }), []);
    assert.deepEqual(populationDifferences({ a: population }, { b: population }), ['b name', 'a name']);
    assert.deepEqual(populationDifferences({ a: population }, { a: { ...population, where: { status: 'draft' }, says: 'Other.' } }), [
      'a where',
      'a says',
    ]);
  });

  it('tells kinds apart, and what stands inside them', () => {
    const text = { type: 'string', description: 'Words.', examples: ['words'] };
    const part: RawSchema = { type: 'object', 'x-defines': 'part', properties: { for: { ...text, 'x-refers': 'thing', 'x-about': true } } };
    const thing: RawSchema = {
      ...{ type: 'object', title: 'thing', description: 'A thing.', 'x-form': 'record', 'x-date': 'on' },
      properties: { of: { ...text, 'x-refers': 'thing', 'x-about': true }, parts: { type: 'array', 'x-none': true, items: part } },
    };
    const knowledge = loadKnowledge({
      ...{ schemas: { 'thing.schema.yaml': thing }, kinds: { thing: 'thing.schema.yaml' }, clauses: [] },
      ...{ glossary: { terms: [], roles: [] }, findings: {}, snippets: {} },
    });
    const right: RegisterKind = { form: 'record', date: 'on', about: { thing: ['of'] }, none: ['parts'] };
    const inside: RegisterKind = { about: { thing: ['for'] } };
    assert.deepEqual(kindDifferences(knowledge, { thing: right }, { part: inside }), []);
    assert.deepEqual(
      kindDifferences(knowledge, { thing: { form: 'own', date: 'on', about: 'all', is: { parts: 'thing' } } }, { part: inside }),
      [...['thing form', 'thing about', 'thing none', 'thing is']],
    );
    assert.deepEqual(kindDifferences(knowledge, { thing: right }, { part: {}, other: {} }), ['part about', 'other sort']);
  });
});
