// That a check of a folder gives what is written beside it, and that a rule which throws is told and takes nothing down.
import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { rules } from '../../server/rules/gathered';
import { named, rule } from '../../server/rules/rule';
import { packs, runIn } from './running';

/** `file:line severity code` of each finding in a text output. */
const inText = (out: string): string[] =>
  [...out.matchAll(/^(\S+?:\d+):\d+ (\w+) .* {2}\[(\S+)\]$/gm)].map(([, at, severity, code]) => `${at} ${severity} ${code}`);

describe('check', () => {
  for (const [pack, today] of [
    ['tiny', '2026-03-31'],
    ['incomplete', '2026-11-24'],
  ] as const) {
    it(`finds in ${pack} what is listed beside it, and nothing else`, async () => {
      const lists = readdirSync(packs).filter((file) => file.endsWith('.md') && (file === `${pack}.md` || file.startsWith(`${pack}-`)));
      const rows = lists
        .map((file) => readFileSync(path.join(packs, file), 'utf8'))
        .join('\n')
        .matchAll(/^\| (\S+\.yaml) \| (\d+) \| (\S+) \| (\w+) \|/gm);
      const listed = [...rows].map(([, file, line, code, severity]) => `${file}:${line} ${severity} ${code}`);
      assert.ok(listed.length > 0);
      const { out } = await runIn(path.join(packs, pack), ['check', '--today', today]);
      assert.deepEqual(inText(out).sort(), listed.sort());
    });
  }

  it('holds each day against the version that is in force on it', async () => {
    const on = async (today: string) => inText((await runIn(packs, ['check', 'versions', '--today', today])).out);
    assert.deepEqual(await on('2026-06-30'), []);
    assert.deepEqual(await on('2026-07-01'), ['versions/talfunk-radio.contract.yaml:11 error contract-weaker-than-sla']);
  });

  it('goes on when a rule throws, and says so', async () => {
    const throwing = named(
      'bad-rule',
      '7.2-supplier-management',
      rule({
        demands: ['7.2-alignment'],
        each: 'contract',
        severity: 'error',
        says: '',
        do: '',
        because: '',
        about: '',
        check() {
          throw new Error('out of ink');
        },
      }),
    );
    const argv = ['check', 'versions', '--today', '2026-07-01'];
    const { exit, out, err } = await runIn(packs, argv, { rules: [throwing, ...rules] });
    assert.deepEqual(inText(out).sort(), [
      'versions/talfunk-radio.contract.yaml:1 warning rule-failed',
      'versions/talfunk-radio.contract.yaml:11 error contract-weaker-than-sla',
    ]);
    assert.match(out, /The check "bad-rule" broke off/);
    assert.doesNotMatch(out + err, /out of ink|\bat .*\.js/);
    assert.equal(exit, 1);
    const verbose = await runIn(packs, [...argv, '--verbose'], { rules: [throwing, ...rules] });
    assert.match(verbose.err, /The check bad-rule broke off: Error: out of ink\n +at /);
  });
});
