// Coverage as on a day and over a period, for the pack in which things change in the middle of the year. The stored outputs are
// those demands of the pack that come to something else from one day to the next; they were checked by hand, line by line.
import { strict as assert } from 'node:assert';
import { golden, packs, runIn, withFiles } from './running';

const SHOWN = [
  '6.1-sla-exists',
  '6.1-sla-targets',
  '6.1-review-with-customer',
  '6.1-change-control',
  '6.3-tested',
  '7.2-contract',
  '7.2-contract-targets',
  '7.2-alignment',
];
const TODAY = ['--today', '2026-11-24'];

/** The heading of the text, and what it says of those demands. */
function shownIn(text: string): string {
  const blocks = text.split(/\n(?= {2}\S)/);
  const head = text.split('\n')[0] ?? '';
  const shown = blocks.filter((block) => SHOWN.includes(/^.{26}(\S+)/.exec(block)?.[1] ?? ''));
  assert.equal(shown.length, SHOWN.length);
  return `${[head, ...shown.map((block) => block.split('\n\n')[0])].join('\n')}\n`;
}

const coverage = async (...argv: readonly string[]) => {
  const { exit, out, err } = await runIn(packs, ['coverage', 'over-time', ...TODAY, ...argv]);
  assert.deepEqual([exit, err], [0, '']);
  return out;
};

describe('coverage over time', () => {
  const runs: readonly (readonly [name: string, argv: readonly string[]])[] = [
    ['today', []],
    ['on-2026-03-31', ['--on', '2026-03-31']],
    ['on-2026-06-30', ['--on', '2026-06-30']],
    ['period', ['--period', '2026-01-01/2026-12-31']],
    ['first-quarter', ['--period', '2026-01-01/2026-03-31']],
  ];
  for (const [name, argv] of runs) {
    it(`is as stored: ${argv.join(' ') || 'today'}`, async () => {
      const shown = shownIn(await coverage(...argv));
      assert.equal(shown, golden(`over-time-${name}.txt`, shown));
    });
  }

  it('takes the audit period of the manifest where no days are named', async () => {
    const said = await coverage('--period', '2026-01-01/2026-12-31');
    assert.equal(await coverage('--period'), said);
    assert.equal(await coverage('--period', 'audit'), said);
  });

  it('says in JSON which day or period was judged', async () => {
    const [day, period] = await Promise.all([
      coverage('--on', '2026-06-30', '--format', 'json'),
      coverage('--period', 'audit', '--format', 'json'),
    ]);
    const [onDay, over] = [JSON.parse(day), JSON.parse(period)];
    assert.deepEqual([onDay.today, onDay.on, onDay.period], ['2026-11-24', '2026-06-30', undefined]);
    assert.deepEqual([over.on, over.period], [undefined, { from: '2026-01-01', to: '2026-12-31', judgedTo: '2026-11-24' }]);
    const alignment = over.demands.find((d: { id: string }) => d.id === '7.2-alignment');
    assert.equal(alignment.state, 'contradicted');
  });

  it('refuses what is no day or period, in words', async () => {
    const wrong = async (...argv: string[]) => {
      const { exit, err } = await runIn(packs, argv);
      assert.equal(exit, 2);
      return err.split(' See: ')[0];
    };
    assert.equal(await wrong('coverage', 'over-time', '--on', 'June'), '--on must be a day such as 2026-03-31, not "June".');
    assert.match(
      (await wrong('coverage', '--period', 'year')) ?? '',
      /^--period must be two days such as 2026-01-01\/2026-12-31, a year, quarter or month .*, or audit/,
    );
    assert.equal(
      await wrong('coverage', '--period', '2026-12-31/2026-01-01'),
      'The period 2026-12-31/2026-01-01 ends before it begins. Did you mean 2026-01-01/2026-12-31?',
    );
    assert.match((await wrong('coverage', '--on', '2026-01-01', '--period', 'audit')) ?? '', /not for both/);
    assert.equal(await wrong('check', '--on', '2026-01-01'), '--on goes with coverage only.');
    assert.match((await wrong('coverage', 'versions', '--period')) ?? '', /has no auditPeriod/);
  });
});

describe('what is still to come', () => {
  const refused = async (...argv: string[]) => {
    const { exit, out, err } = await runIn(packs, ['coverage', 'over-time', '--today', '2026-06-30', ...argv]);
    assert.deepEqual([exit, out], [2, '']);
    return err;
  };

  it('is refused: nobody has evidence of a day that has not come, nor of a period that has not begun', async () => {
    const ahead =
      'is still to come: today is 2026-06-30, and evidence shows what was, not what will be. To see what will have lapsed or fallen due by then if nothing is done, take that day for today: --today 2026-07-01.\n';
    assert.equal(await refused('--on', '2026-07-01'), `2026-07-01 ${ahead}`);
    assert.equal(await refused('--period', '2026-Q3'), `The period from 2026-07-01 to 2026-09-30 ${ahead}`);
    const { exit, err } = await runIn(packs, ['coverage', 'over-time', '--today', '2025-12-31', '--period']);
    assert.equal(exit, 2);
    assert.match(err, /^The period from 2026-01-01 to 2026-12-31 is still to come/);
  });

  it('of a period that has begun is left out, and the heading says up to when it was judged', async () => {
    const { out } = await runIn(packs, ['coverage', 'over-time', '--today', '2026-06-30', '--period', '2026']);
    assert.match(out, /^Evidence in over-time, .* from 2026-01-01 to 2026-12-31, judged as far as it is over: up to 2026-06-30\n/);
  });
});

describe('what came after the day that is asked about', () => {
  const manifest = 'kind: sms\nformat: 1\nprovider: Kai\nedition: 2018\nscope: Mail.\nzone: Europe/Berlin\ncurrency: EUR\n';
  const sla = (version: string, history: string, agreed: string) =>
    `kind: sla\nid: mail\nversion: ${version}\nstatus: agreed\nparties: {customer: hr}\nservices: [mail]\nagreement: [{party: hr, by: mb, on: ${agreed}}]\nhistory:\n${history}`;
  const registers =
    'kind: customer-register\nid: customers\ncustomers: [{id: hr, name: HR}]\n---\nkind: service-catalogue\nid: services\nversion: 1.0\nstatus: agreed\nservices: [{id: mail, name: Mail, status: live, usedBy: customers, customers: [hr]}]\n';
  const state = async (text: string, on: string) =>
    withFiles({ 'sms.yaml': manifest, 'registers.yaml': registers, 'mail.sla.yaml': text }, async (folder) => {
      const { out } = await runIn(folder, ['coverage', '--today', '2026-11-24', '--on', on, '--format', 'json']);
      const found = JSON.parse(out).demands.find((d: { id: string }) => d.id === '6.1-sla-exists');
      return `${found.state}: ${found.instances[0]?.reason ?? ''}`;
    });

  it('proves nothing: a first version', async () => {
    const text = sla('1.0', '  - {version: 1.0, on: 2026-05-01}\n', '2026-05-01');
    assert.match(await state(text, '2026-04-30'), /^missing: there is no service level agreement about it that counts then/);
    assert.match(await state(text, '2026-05-01'), /^evidenced/);
  });

  it('proves nothing: the consent of the other side', async () => {
    const text = sla('1.0', '  - {version: 1.0, on: 2026-05-01}\n', '2026-06-15');
    assert.match(await state(text, '2026-06-14'), /^missing: not written: who agreed/);
    assert.match(await state(text, '2026-06-15'), /^evidenced/);
  });

  it('tells nothing of the older version, which is written nowhere', async () => {
    const text = sla('2.0', '  - {version: 1.0, on: 2025-02-01}\n  - {version: 2.0, on: 2026-05-01}\n', '2025-02-01');
    assert.match(await state(text, '2026-04-30'), /^cannot tell: an older version of "mail" than 2\.0 held then/);
    assert.match(await state(text, '2025-01-31'), /^missing: there is no service level agreement about it that counts then/);
    assert.match(await state(text, '2026-05-01'), /^evidenced/);
  });
});
