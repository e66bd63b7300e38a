// Every option of every command given what it can't be: each time a plain sentence and exit code 2, nothing printed or written.
// Which options there are is asked of the product, so that a new one without a row fails.
import assert from 'node:assert/strict';
import { optionWords } from '../../server/cli/option-words';
import { COMMANDS, type Command, GIVEN, OPTIONS, type OptionUse } from '../../server/cli/usage';
import { loadKnowledge } from '../../server/knowledge/knowledge';
import { runIn, withFiles } from './running';

const FILES = {
  'sms.yaml': 'kind: sms\nformat: 1\nprovider: Hafen IT\nedition: 2018\npeople: [{id: sk, name: S. Krause, mayApprove: [slm-policy]}]\n',
  'rules.slm-policy.yaml': 'kind: slm-policy\nid: rules\nversion: "1.0"\nstatus: draft\npurpose: To keep what we promise.\n',
};
const words = optionWords(loadKnowledge());

/** What each command needs, to get as far as its options. */
const NEEDS: Readonly<Record<Command, readonly string[]>> = {
  init: ['begun'],
  new: ['sla'],
  check: [],
  coverage: [],
  baseline: [],
  approve: ['rules.slm-policy.yaml'],
  explain: ['sla'],
  schemas: ['out'],
};

const NO_DAY = / must be a day such as 2026-03-31, not "/;
const DAYS = [
  ['foo', NO_DAY],
  ['-5', NO_DAY],
  ['2026', NO_DAY],
  ['2026-13-01', /There is no month 13\. Did you mean 2026-01-13\?/],
  ['2026-02-30', /February 2026 has 28 days\./],
  ['01/02/2026', /Did you mean 2026-02-01 or 2026-01-02\?/],
] as const;
/** What an option can't be, and what is said to it. */
const WRONG: Readonly<Record<string, readonly (readonly [value: string, says: RegExp])[]>> = {
  format: [
    ['foo', /^--format can be text or json, not "foo"\./],
    ['-5', /^--format can be text or json/],
    ['jsn', /Did you mean "json"\?/],
  ],
  'fail-on': [
    ['foo', /^--fail-on can be error, warning, information or hint, not "foo"\./],
    ['-1', /^--fail-on can be/],
    ['errors', /Did you mean "error"\?/],
  ],
  today: DAYS,
  on: [
    ...DAYS,
    ['2026-Q1', /For all of it: --period 2026-Q1\. For its last day: --on 2026-03-31\./],
    ['2027-01-01', /^2027-01-01 is still to come: today is 2026-03-31, .* --today 2027-01-01\.$/m],
  ],
  period: [
    ['foo', /^--period must be two days such as .*, not "foo"\. If "foo" is the folder, write it before --period\./],
    ['-5', /^--period must be two days/],
    ['2026-01-01', /^2026-01-01 is one day: ask for it with --on 2026-01-01/],
    ['2026-13-01/2026-12-31', /"2026-13-01" is no day\. There is no month 13\./],
    ['2025-12-31/2025-01-01', /ends before it begins\. Did you mean 2025-01-01\/2025-12-31\?/],
    ['2027', /^The period from 2027-01-01 to 2027-12-31 is still to come: today is 2026-03-31/],
  ],
  edition: [
    ['foo', /can be 2011 or 2018, not "foo"\./],
    ['-5', /can be 2011 or 2018/],
    ['2020', /can be 2011 or 2018/],
  ],
  by: [
    ['foo', /^There is no person "foo" in sms\.yaml\. It has sk\./],
    ['-5', /^There is no person "-5"/],
  ],
  id: [['///', /^An id needs letters or digits/]],
  file: [
    ['foo', /^"foo" has to end in \.yaml/],
    ['-5', /^"-5" has to end in \.yaml/],
    ['sms.yaml', /^There is already a file "sms\.yaml": nothing was written\./],
  ],
  zone: [
    ['foo', /^--zone: "foo" is no time zone: write it such as Europe\/Berlin\./],
    ['-5', /^--zone: "-5" is no time zone/],
  ],
  currency: [
    ['foo', /^--currency: "foo" is no currency: write it such as EUR\./],
    ['-5', /^--currency: /],
  ],
  grace: [
    ['foo', /^--grace: "foo" is no grace: write it such as 14 days\./],
    ['-5', /^--grace: "-5" is no grace/],
    ['0 days of', /^--grace: /],
  ],
  // Text that may be anything.
  provider: [],
  scope: [],
};
/** An agreement is about some of these only. */
const ABOUT: (typeof WRONG)[string] = [
  ['///', /An id needs letters or digits|^A service level agreement is about no [a-z- ]+: take out --/],
];

const own: [string, OptionUse][] = Object.entries(OPTIONS);
const given = [...words.fields.map((name) => [name, GIVEN.fields] as const), ...words.sorts.map((name) => [name, GIVEN.sorts] as const)];
const all = new Map<string, OptionUse>([...given, ...own]);

/** Both must stand behind the command; a plain sentence and nothing else comes of it. */
async function refused(cwd: string, command: Command, ...more: string[]): Promise<string> {
  const by = command === 'approve' && !more.includes('--by') ? ['--by', 'sk'] : [];
  const id = command === 'new' && !more.some((arg) => arg.startsWith('--id')) ? ['--id', 'mail'] : [];
  const argv = [command, ...NEEDS[command], ...by, ...id, ...more];
  const { exit, out, err } = await runIn(cwd, argv);
  assert.deepEqual([exit, out], [2, ''], `${argv.join(' ')}: ${err}`);
  assert.doesNotMatch(err, /broke off|undefined|\[object|\n +at |is not to be written/, argv.join(' '));
  assert.match(err, /^["A-Za-z0-9-][^\n]*[.?]( See: sms-evidence --help)?\n$/, argv.join(' '));
  return err;
}

describe('options', () => {
  const takers = (name: string): readonly Command[] => all.get(name)?.goesWith ?? COMMANDS;

  it('are all in this table', () => {
    const valued = [...all].filter(([name, { value }]) => value !== undefined && !words.sorts.includes(name));
    assert.deepEqual(Object.keys(WRONG).sort(), valued.map(([name]) => name).sort());
  });

  for (const [name, { value, goesWith }] of all) {
    it(`--${name}: what it can't be`, () =>
      withFiles(FILES, async (cwd) => {
        for (const command of takers(name)) {
          for (const [wrong, says] of value === undefined ? [] : (WRONG[name] ?? ABOUT)) {
            assert.match(await refused(cwd, command, `--${name}`, wrong), says);
          }
        }
      }));

    it(`--${name}: nothing behind it, or something where nothing may be; twice; a letter off`, () =>
      withFiles(FILES, async (cwd) => {
        for (const command of takers(name)) {
          if (value === undefined) assert.equal(shown(await refused(cwd, command, `--${name}=foo`)), `--${name} takes no value.`);
          const missing = new RegExp(`^--${name} needs a value behind it: --${name} `);
          const nothing = value === undefined ? [] : [[`--${name}=`], [`--${name}`, ' '], [`--${name}`, '--verbose']];
          if (value !== undefined && name !== 'period') nothing.push([`--${name}`]);
          for (const argv of nothing)
            if (name !== 'period' || argv.length === 1) assert.match(await refused(cwd, command, ...argv), missing);
          const once = value === undefined ? [`--${name}`] : [`--${name}`, '2026-03-01'];
          assert.equal(shown(await refused(cwd, command, ...once, ...once)), `--${name} is given twice: leave one of them out.`);
          assert.match(
            await refused(cwd, command, `--${name}x`, '1'),
            new RegExp(`^There is no option "--${name}x"\\. Did you mean "--${name}"\\?`),
          );
        }
      }));

    it(`--${name}: with a command that does not take it`, () =>
      withFiles(FILES, async (cwd) => {
        const argv = value === undefined ? [`--${name}`] : [`--${name}`, 'x'];
        const others = COMMANDS.filter((c) => goesWith !== undefined && !goesWith.includes(c));
        // Every template is read to know the words of the knowledge.
        for (const command of name in OPTIONS ? others : others.slice(0, 1)) {
          assert.match(await refused(cwd, command, ...argv), new RegExp(`^--${name} goes with [a-z, ]+ only\\.`), command);
        }
      }));
  }

  it('are understood where they can mean one thing only', () =>
    withFiles(FILES, async (cwd) => {
      const asked = async (...argv: string[]) => {
        const { exit, out, err } = await runIn(cwd, ['coverage', '--format', 'JSON', ...argv]);
        assert.equal(exit, 0, err);
        const { on, period } = JSON.parse(out);
        return on ?? [period.from, period.to, period.judgedTo].join(' ');
      };
      assert.equal(await asked('--on', '31.12.2025'), '2025-12-31');
      assert.equal(await asked('--on', '3 March 2025'), '2025-03-03');
      for (const [typed, is] of [
        ['2025', '2025-01-01 2025-12-31 2025-12-31'],
        ['2024-02', '2024-02-01 2024-02-29 2024-02-29'],
        ['2025-Q1', '2025-01-01 2025-03-31 2025-03-31'],
        ['Q4 2025', '2025-10-01 2025-12-31 2025-12-31'],
        ['2025-H2', '2025-07-01 2025-12-31 2025-12-31'],
        ['2024/2025', '2024-01-01 2025-12-31 2025-12-31'],
        ['2025-01-01..2025-06-30', '2025-01-01 2025-06-30 2025-06-30'],
        ['1.1.2025 - 30.6.2025', '2025-01-01 2025-06-30 2025-06-30'],
        ['1.1.2025-30.6.2025', '2025-01-01 2025-06-30 2025-06-30'],
        ['2025-01-01 to 2025-06-30', '2025-01-01 2025-06-30 2025-06-30'],
        ['2026', '2026-01-01 2026-12-31 2026-03-31'],
      ] as const)
        assert.equal(await asked('--period', typed), is, typed);
    }));

  it('are told of a period written as two words', () =>
    withFiles(FILES, async (cwd) => {
      const said = shown(await refused(cwd, 'coverage', '--period', '2025-01-01', '2025-12-31'));
      assert.equal(said, 'Write the two days as one, with a stroke between them: --period 2025-01-01/2025-12-31.');
    }));
});

describe('--help', () => {
  it('tells of each command and its options, and behind a command of these only', async () => {
    const whole = (await runIn('/', ['--help'])).out;
    for (const name of all.keys()) assert.ok(whole.includes(`--${name}`), name);
    for (const argv of [['-h'], ['help']]) assert.equal((await runIn('/', argv)).out, whole);
    for (const command of COMMANDS) {
      const { exit, out, err } = await runIn('/', [command, '--help']);
      assert.deepEqual([exit, err], [0, '']);
      assert.equal((await runIn('/', ['help', command])).out, out);
      for (const [name, { goesWith }] of all)
        assert.equal(out.includes(`--${name} `), !goesWith || goesWith.includes(command), `${command} --${name}`);
      for (const other of COMMANDS) assert.equal(out.includes(`sms-evidence ${other}`), other === command);
    }
    for (const line of whole.split('\n')) assert.ok(line.length <= 120, line);
    assert.deepEqual(await runIn('/', ['help', 'chekc']), {
      exit: 2,
      out: '',
      err: 'There is no command "chekc". Did you mean "check"? See: sms-evidence --help\n',
    });
  });
});

const shown = (err: string) => err.replace(/ See: sms-evidence --help\n$/, '').trim();
