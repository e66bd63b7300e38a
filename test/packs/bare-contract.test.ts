// A contract with none of its twelve contents: each apart in JSON, one in the editor, and one fix that leaves questions only.
import assert from 'node:assert/strict';
import { packs, runIn } from '../cli/running';
import { applied } from '../features/sms';
import { type Answers, answered, codesIn, fixesFor, foundIn, readFolder, smsOf } from './mending';

const TODAY = '2026-11-24';
const FILE = 'buchwerk-lending.contract.yaml';

/** In the order in which clause 7.2 asks for them. */
const CONTENTS = [
  ...['scope', 'dependencies', 'requirements', 'targets', 'interfaces', 'integration', 'workload', 'exceptions'],
  ...['authorities', 'reporting', 'charging', 'termination'],
];

const ANSWERS: Answers = {
  scope: 'The lending system, kept up to date; no hardware.',
  dependencies: 'They need a line into the house, and somebody at the desk who tries things out.',
  requirements: 'A copy of all loans each night; what readers borrow is told to nobody.',
  'targets.0.id': 'availability',
  'targets.0.metric': 'availability',
  'targets.0.target': '98.5 %',
  'targets.0.window': 'month',
  'targets.0.measuredAt': 'the desk',
  'targets.0.source': 'probe at the desk',
  'interfaces.0.process': 'incident management',
  'interfaces.0.how': 'We ring them up; they ring back when it works again.',
  integration: 'Their releases stand in our calendar a month ahead.',
  'workload.0.what': 'loans a day',
  'workload.0.limit': '1200',
  'exceptions.0.what': 'releases',
  'exceptions.0.when': 'Mondays until noon, when the library is closed',
  'exceptions.0.handling': 'They tell us a week ahead; U. Nagel agrees.',
  'authorities.provider': 'U. Nagel orders and accepts',
  'authorities.supplier': 'both partners, each alone',
  'reporting.0.what': 'faults and how long they took',
  'reporting.0.frequency': '3 months',
  charging: 'A fixed price for the year, paid in January',
  'termination.expected': 'They hand over all data as text files.',
  'termination.early': 'Either side at the end of a year, for any reason; nothing is owed.',
  'termination.transfer': 'They show whoever follows how the data is built up, for two days.',
};

interface InJson {
  readonly code: string;
  readonly demands: readonly string[];
  readonly severity: string;
  readonly file: string;
  readonly message: string;
}

describe('a contract without any of its contents', () => {
  const before = readFolder('bare-contract');
  const text = before.get(FILE) ?? '';

  it('lacks twelve, each apart in JSON', async () => {
    const { out } = await runIn(packs, ['check', 'bare-contract', '--format', 'json', '--today', TODAY]);
    const { findings } = JSON.parse(out) as { findings: InJson[] };
    assert.equal(findings.length, 12);
    for (const [i, { code, demands, severity, file, message }] of findings.entries()) {
      const demand = `7.2-contract-${CONTENTS[i]}`;
      assert.deepEqual([code, demands, severity, file], [demand, [demand], 'error', `bare-contract/${FILE}`]);
      assert.ok(message.startsWith(`The contract "buchwerk-lending" lacks "${CONTENTS[i]}"`), message);
    }
  });

  it('has one finding in the editor, on the word that says what it is, with all of them', async () => {
    const all = foundIn(await smsOf(before, TODAY), true).flatMap(({ file, found }) => found.map((f) => ({ file, ...f })));
    assert.deepEqual(
      all.map(({ file, finding, at }) => [file, finding.code, text.slice(at.start, at.end)]),
      [[FILE, 'missing-contents', 'contract']],
    );
    assert.equal(all[0]?.whole?.length, 12);
    assert.match(all[0]?.finding.message ?? '', /^The contract "buchwerk-lending" lacks 12 things that the standard asks for: scope, /);
  });

  it('is complete but for its questions after one fix, and with these answered nothing is found', async () => {
    const offered = fixesFor(await smsOf(before, TODAY), FILE).filter((fix) => fix.preferred);
    assert.deepEqual(
      offered.map((fix) => fix.title),
      ['Add all 12 missing contents'],
    );
    const asked = applied(text, offered[0]?.edits ?? []);
    const left = codesIn(await smsOf(new Map([...before, [FILE, asked]]), TODAY));
    assert.deepEqual(
      left,
      Object.keys(ANSWERS).map(() => `${FILE} unanswered`),
    );
    assert.deepEqual(codesIn(await smsOf(new Map([...before, [FILE, answered(asked, ANSWERS)]]), TODAY)), []);
  });
});
