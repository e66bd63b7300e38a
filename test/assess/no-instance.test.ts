// What is wrong with a statement that the scope has nothing of a sort: failing, settled, and silent.
import assert from 'node:assert/strict';
import { locatedIn, smsOf } from '../features/sms';

const NAME = 'none.no-instance.yaml';
const SUPPLIERS = 'kind: supplier-register\nid: suppliers\nsuppliers:\n  - {id: acme, name: Acme, sort: external}\n';

function told(statement: string, others: Readonly<Record<string, string>> = {}): string[] {
  const sms = smsOf({
    'sms.yaml': 'kind: sms\nformat: 1\nedition: 2011\n',
    ...others,
    [NAME]: `kind: no-instance\nid: none\n${statement}`,
  });
  return locatedIn(sms, NAME).flatMap(({ finding }) =>
    finding.code.startsWith('no-instance') ? [`${finding.code}: ${finding.message}`] : [],
  );
}

const CLEAR = 'population: supplier\nreason: We buy nothing from anybody.\nuntil: 2026-12-31\n';

describe('a statement that there is nothing of a sort', () => {
  it('is silent where it holds', () => assert.deepEqual(told(CLEAR), []));

  it('is wrong where there is one', () => {
    const [only, ...more] = told(CLEAR, { 'suppliers.supplier-register.yaml': SUPPLIERS });
    assert.match(only ?? '', /^no-instance-contradicted: This states that there is no supplier, but "Acme" is one\./);
    assert.deepEqual(more, []);
  });

  it('keeps still about one of another sort', () => {
    assert.deepEqual(told(CLEAR.replace('supplier', 'internal supplier'), { 'suppliers.supplier-register.yaml': SUPPLIERS }), []);
  });

  it('needs a reason, and a question that is left is told as one', () => {
    assert.match(told(CLEAR.replace(/reason.*\n/, ''))[0] ?? '', /^no-instance-without-reason: /);
    assert.deepEqual(told(CLEAR.replace(/reason.*\n/, 'reason: <How do you know?>\n')), []);
  });

  it('is told once its day is over, and on that day not yet', () => {
    assert.match(told(CLEAR.replace('2026-12-31', '2026-11-23'))[0] ?? '', /^no-instance-lapsed: .* by 2026-11-23/);
    assert.deepEqual(told(CLEAR.replace('2026-12-31', '2026-11-24')), []);
  });
});
