// That the demands that are built are those of the register they were taken from, where that lies beside this folder.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { readGathered } from '../../server/knowledge/gathered/data';
import type { RawDemand } from '../../server/knowledge/types';
import { root } from './source';

const file = path.resolve(root, '..', 'shared', 'standard', 'requirements.yaml');
const FIELDS = ['iso2018', 'only', 'stage', 'basis', 'each', 'demand', 'evidence', 'joined', 'every', 'within'] as const;

/** Where the clause files say something else on purpose. */
const ON_PURPOSE: Readonly<Record<string, string>> = {
  '7.2-alignment evidence': 'what a contract delivers leads up to the SLAs as well as naming them does',
};

interface Register {
  readonly [process: string]: { readonly requirements?: readonly RawDemand[] };
}

/** What differs, as "id field"; `register` gives its demands in order, those of the last part asked by one edition only. */
function differences(built: readonly RawDemand[], register: readonly RawDemand[]): string[] {
  const order = built.map((demand) => register.findIndex((d) => d.id === demand.id));
  return built.flatMap((demand, i) => {
    const wanted = register[order[i] ?? -1];
    if (!wanted) return [`${demand.id} id`];
    const differ = FIELDS.filter((field) => JSON.stringify(demand[field]) !== JSON.stringify(wanted[field]));
    return differ.map((field) => `${demand.id} ${field}`);
  });
}

function readRegister(): readonly RawDemand[] {
  const register = parse(readFileSync(file, 'utf8')) as Register;
  return Object.entries(register).flatMap(([process, { requirements = [] }]) =>
    requirements.map((demand) => (process === '2018 only' ? { ...demand, only: 2018 as const } : demand)),
  );
}

describe('demands and their register', () => {
  const clauses = readGathered().clauses.map(({ demands = [] }) => demands);

  it('agree, but for what differs on purpose', function () {
    if (!existsSync(file)) this.skip();
    const register = readRegister();
    assert.ok(register.length > 100);
    assert.deepEqual(differences(clauses.flat(), register).sort(), Object.keys(ON_PURPOSE).sort());
  });

  it('stand in the same order', function () {
    if (!existsSync(file)) this.skip();
    const ids = readRegister().map((demand) => demand.id);
    for (const demands of clauses) {
      const built = demands.map((demand) => demand.id);
      assert.deepEqual(
        built,
        ids.filter((id) => built.includes(id)),
      );
    }
  });

  it('are told apart', () => {
    const demand: RawDemand = {
      id: 'a',
      iso2018: '-',
      stage: 'plan',
      demand: 'Asked.',
      why: 'So.',
      auditor: 'Looks.',
      evidence: ['sla.targets'],
    };
    assert.deepEqual(differences([demand], [{ ...demand, why: 'Other.' }]), []);
    assert.deepEqual(differences([demand], []), ['a id']);
    assert.deepEqual(differences([demand], [{ ...demand, stage: 'do', evidence: ['sla.targets', 'sla.workload'], only: 2018 }]), [
      'a only',
      'a stage',
      'a evidence',
    ]);
  });
});
