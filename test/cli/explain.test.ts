// The words of the reference in the terminal: whatever has an id, by any of its names.
import assert from 'node:assert/strict';
import { textPages } from '../../server/cli/explain';
import { loadKnowledge } from '../../server/knowledge/knowledge';
import { noInk } from '../../server/reports/ink';
import { pathOf } from '../../server/reports/page';
import { pages } from '../../server/reports/pages';
import { rules } from '../../server/rules/gathered';
import { runIn } from './running';

const knowledge = loadKnowledge();
const all = pages(knowledge, rules);

async function explained(...names: string[]): Promise<string> {
  const { exit, out, err } = await runIn('/', ['explain', ...names]);
  assert.deepEqual([exit, err], [0, ''], err);
  return out;
}

describe('explain', () => {
  it('tells of a demand what is asked, why, by which clauses, of whom, and what proves it', async () => {
    const demand = knowledge.demands.find((d) => d.id === '7.2-contract-targets');
    const out = (await explained('7.2-contract-targets')).replace(/\s+/g, ' ');
    for (const words of [
      '7.2-contract-targets (demand)',
      demand?.demand,
      demand?.why,
      demand?.auditor,
      demand?.nonconformity,
      'Clause: 7.2 supplier management in the 2011 edition; 8.3.4.1 in the 2018 edition',
      'Stage: plan',
      demand?.each?.says,
      'In the contract: service targets (targets)',
    ])
      assert.ok(words !== undefined && out.includes(words), words);
  });

  it('tells of a kind its fields, which of them are mandatory by what, and its template', async () => {
    const out = await explained('contract');
    const contract = knowledge.kinds.get('contract');
    assert.match(out, /^contract \(kind of document\)\n/);
    assert.match(out, /\n- targets · service targets \(list of groups \(service target\) or pointer; mandatory:\s+7\.2-contract-targets/);
    assert.match(out, /\n {2}- metric \(one of these words; always needed\)\n/);
    for (const line of contract?.template.trimEnd().split('\n') ?? []) assert.ok(out.includes(line), line);
  });

  it('tells of a check what it says with an example, what it compares, and what to do', async () => {
    const out = (await explained('contract-weaker-than-sla')).replace(/\s+/g, ' ');
    const rule = rules.find((r) => r.id === 'contract-weaker-than-sla');
    assert.ok(rule && out.includes(rule.about) && out.includes(rule.do));
    assert.ok(out.includes('‹supplier› guarantees ‹bought›'));
    assert.ok(out.includes('For example: Acme Hosting GmbH guarantees 99.0 % a month for availability'));
  });

  it('tells of what a thing lacks, of what is late, and of any other finding', async () => {
    assert.match(await explained('live-service-without-sla'), /Customers use the service "‹name›"/);
    assert.match(await explained('plan-test-overdue'), /- ‹due›: the day on which it was due\n/);
    assert.match(await explained('unknown-field'), /There is no field "‹key›" in the ‹kind›/);
  });

  it('tells of a term, by any of its names, and of a process by the clauses of both editions', async () => {
    const target = await explained('service target');
    assert.match(target, /^service target \(term\)\n/);
    for (const name of ['service-target', 'Service Target', 'service level target']) assert.equal(await explained(name), target);
    assert.equal(await explained('service', 'target'), target);
    assert.match(await explained('6.4'), /^6\.4 budgeting and accounting/);
    assert.match(await explained('8.4.1'), /^6\.4 budgeting and accounting/);
  });

  it('tells of everything that goes by a name, once, and first of the kind of document', async () => {
    assert.match(await explained('SLA'), /^sla \(kind of document\)\n[\s\S]*\n\n\nservice level agreement \(term\)\n/);
    assert.match(await explained('kinds/sla'), /^sla \(kind of document\)\n/);
    assert.equal(await explained('unknown-field', 'UNKNOWN-FIELD'), await explained('unknown-field'));
  });

  it('understands plurals, other words, hyphens, and what people write around a name', async () => {
    const same = async (name: string, other: string) => assert.equal(await explained(other), await explained(name), other);
    for (const other of ['KPIs', 'key performance indicators', 'key-performance-indicator']) await same('KPI', other);
    for (const other of ['SLAs', 'slas', '"SLA"']) await same('sla', other);
    await same('vendor', 'vendors');
    await same('contract-weaker-than-sla', '[contract-weaker-than-sla]');
    await same('7.2-contract-targets', '(7.2-contract-targets)');
    assert.match(await explained('incident'), /^incident \(term\)\n/);
  });

  it('tells of a clause however it is written, and of one that has parts or is one', async () => {
    const headings = async (...names: string[]) =>
      [...(await explained(...names)).matchAll(/^(\d\.\d) .* \(process\)$/gm)].map(([, clause]) => clause);
    for (const name of ['6.1', 'clause 6.1', 'Clause 6.1.', '§ 6.1', 'ISO/IEC 20000-1:2011 6.1', 'ISO 20000-1, clause 6.1'])
      assert.deepEqual(await headings(name), ['6.1'], name);
    assert.deepEqual(await headings('clause', '6.1'), ['6.1']);
    assert.deepEqual(await headings('6.3.2'), ['6.3'], 'a part of a clause of 2011');
    assert.deepEqual((await headings('8.3.4.1'))[0], '7.2', 'first the process that is most about it');
    assert.deepEqual((await headings('8.3.4')).sort(), ['6.1', '7.2'], 'a clause of 2018 that has parts');
    assert.equal((await headings('8.4'))[0], '6.4');
  });

  it('says of other clauses which there are, and of a field which documents have it', async () => {
    const said = async (...names: string[]) => {
      const { exit, out, err } = await runIn('/', ['explain', ...names]);
      assert.deepEqual([exit, out], [2, '']);
      return err;
    };
    assert.equal(await said('7'), 'Clause 7 has many parts: please name one of 7.1, 7.2.\n');
    assert.match(
      await said('9.2'),
      /^Nothing here is asked for by a clause 9\.2\. Those that are looked at, of both editions: 6\.1, .*, 9\.4\.\n$/,
    );
    assert.match(await said('priorities'), /^"priorities" is a field, .* tell of it: ola, sla and contract\.\n$/);
    assert.match(await said('mail.sla.yaml'), /^explain tells of one line of a file: .*, such as mail\.sla\.yaml:12\./);
    assert.match(await said('contract.targets'), /^"contract\.targets" is a field, .*: contract\.\n$/);
  });

  it('asks what was meant', async () => {
    for (const [typed, meant] of [
      ['sal', '"SLA"'],
      ['operational level', '"operational level agreement"'],
      ['servce target', '"service target"'],
      ['service catalog', '"service catalogue"'],
      ['supplier contract', '"contract" or "supplier"'],
      ['business continuity', '"continuity-plan" or '],
      ['plan-test-overdu', '"plan-test-overdue" or '],
    ] as const) {
      const { err } = await runIn('/', ['explain', typed]);
      assert.ok(err.startsWith(`Nothing is called "${typed}": `) && err.includes(` Did you mean ${meant}`), err);
    }
  });

  it('leaves no mark of Markdown, and keeps to the width', () => {
    for (const page of all.all) {
      const out = textPages([page], all, { ink: noInk, width: 100 });
      const [text = ''] = out.split('\nTemplate\n');
      assert.doesNotMatch(text, /\*\*|`|\]\(|^#|\\$/m, pathOf(page));
      const long = text
        .split('\n')
        .filter((line) => line.length > 100 && line.trim().includes(' ') && !/^\s*\S+$/.test(line.replace(/^\s*- /, '')));
      assert.deepEqual(long, [], pathOf(page));
    }
  });

  it('is 2 for what nothing is called, with what may have been meant, and prints nothing', async () => {
    assert.deepEqual(await runIn('/', ['explain', 'contract', 'plan-test-overdu']), {
      exit: 2,
      out: '',
      err: 'Nothing is called "plan-test-overdu": no demand, kind of document, finding, process or term. Did you mean "plan-test-overdue" or "plan-test"?\n',
    });
    assert.match((await runIn('/', ['explain', 'zzzzzzzz'])).err, /^Nothing is called "zzzzzzzz": [^?]*\.\n$/);
    assert.match((await runIn('/', ['explain'])).err, /^explain needs the id /);
    assert.match(
      (await runIn('/', ['explain', 'sla', '--today', '2026-01-01'])).err,
      /^With explain --today goes with a line of a file only/,
    );
  });

  it('prints JSON with text, Markdown and links', async () => {
    const { pages: found, ...head } = JSON.parse(await explained('7.2-contract-targets', 'plan-test-overdue', '--format', 'json'));
    assert.deepEqual(head, { format: 1, tool: '0.0.0-test' });
    assert.deepEqual(
      found.map(({ id, is, page, title }: Record<string, string>) => ({ id, is, page, title })),
      [
        { id: '7.2-contract-targets', is: 'demands', page: 'demands/7.2-contract-targets', title: '7.2-contract-targets' },
        { id: 'plan-test-overdue', is: 'findings', page: 'findings/plan-test-overdue', title: 'plan-test-overdue' },
      ],
    );
    assert.match(found[0].markdown, /^# 7\.2-contract-targets\n/);
    assert.doesNotMatch(found[0].text, /\]\(/);
    assert.deepEqual(found[1].links, [{ id: '6.3-tested', is: 'demands', page: 'demands/6.3-tested' }]);
    assert.ok(found[0].links.some((link: { page: string }) => link.page === 'kinds/contract'));
  });
});
