// What was asked for on the command line, or in plain words what is wrong with it. Must not do any of it.
import { parseArgs } from 'node:util';
import type { Period } from '../arithmetic/periods';
import { formats } from '../knowledge/formats';
import { nearest } from '../knowledge/nearest';
import type { Edition, Severity } from '../knowledge/types';
import type { Asked, AskedOfEvidence, OptionWords, Wrong } from './asked';

const FORMATS: readonly AskedOfEvidence['format'][] = ['text', 'json'];
const EDITIONS: readonly Edition[] = ['2011', '2018'];
const GRAVEST_FIRST: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
const COMMANDS: readonly Asked['command'][] = ['check', 'coverage', 'baseline', 'approve', 'explain', 'schemas', 'init', 'new'];
/** The commands that take words of the knowledge as options. */
const WRITING: readonly string[] = ['init', 'new'];
const OPTIONS = {
  format: { type: 'string', default: 'text' },
  'fail-on': { type: 'string' },
  today: { type: 'string' },
  on: { type: 'string' },
  period: { type: 'string' },
  edition: { type: 'string' },
  id: { type: 'string' },
  file: { type: 'string' },
  by: { type: 'string' },
  'no-waivers': { type: 'boolean', default: false },
  'no-baseline': { type: 'boolean', default: false },
  verbose: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  version: { type: 'boolean', default: false },
} as const;
/** Options that only some commands take. */
const GOES_WITH: Readonly<Record<string, readonly Asked['command'][]>> = {
  format: ['check', 'coverage', 'explain'],
  'fail-on': ['check'],
  today: ['check', 'coverage', 'baseline', 'approve', 'explain'],
  by: ['approve'],
  on: ['coverage'],
  period: ['coverage'],
  'no-waivers': ['check', 'coverage'],
  'no-baseline': ['check'],
  edition: ['schemas', 'init'],
  id: ['new'],
  file: ['new'],
};

type Options = Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly default?: string | boolean }>>;

/** `argv` without the program's own name. */
export function readArguments(argv: readonly string[], words: () => OptionWords): Asked | 'help' | 'version' | Wrong {
  // Every template is read for them: that would keep the other commands waiting.
  const { fields, sorts } = argv.some((word) => WRITING.includes(word)) ? words() : { fields: [], sorts: [] };
  const more = Object.fromEntries([...fields, ...sorts].map((name) => [name, { type: 'string' } as const]));
  const options: Options = { ...more, ...OPTIONS };
  // A period without its days is the audit period.
  const args = argv.flatMap((arg, i) => (arg === '--period' && (argv[i + 1] ?? '--').startsWith('--') ? [arg, AUDIT] : [arg]));
  // Not strict: the words for what is wrong are ours.
  const { values, positionals, tokens } = parseArgs({
    args,
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    const wrong = token.kind === 'option' ? wrongOption(token, options) : undefined;
    if (wrong !== undefined) return { wrong };
  }
  const goesWith = (name: string) => GOES_WITH[name] ?? (fields.includes(name) ? ['init'] : sorts.includes(name) ? ['new'] : undefined);
  if (values.help) return 'help';
  if (values.version) return 'version';
  const [word = '', ...operands] = positionals;
  const command = COMMANDS.find((c) => c === word);
  if (word === '') return { wrong: `A command is missing: ${listed(COMMANDS)}.` };
  if (!command) return { wrong: `There is no command "${word}".${meant(word, COMMANDS)}` };
  for (const token of tokens) {
    const only = token.kind === 'option' ? goesWith(token.name) : undefined;
    if (only && !only.includes(command)) return { wrong: `--${token.kind === 'option' ? token.name : ''} goes with ${listed(only)} only.` };
  }
  const format = FORMATS.find((f) => f === values.format);
  if (!format) return { wrong: `--format can be ${FORMATS.join(' or ')}, not "${String(values.format)}".` };
  const verbose = values.verbose === true;
  if (command === 'explain') {
    if (operands.length === 0)
      return { wrong: 'explain needs the id of a demand, a kind, a finding or a term, or a line such as FILE:12.' };
    const { today } = values;
    return wrongDay(today) ?? { command, names: operands, format, verbose, ...(typeof today === 'string' && { today }) };
  }
  const given = (names: readonly string[]) =>
    new Map(names.flatMap((name): [string, string][] => (typeof values[name] === 'string' ? [[name, values[name]]] : [])));
  if (command === 'init') return forFirst(operands, given(fields), verbose);
  if (command === 'new')
    return { command, words: operands.join(' '), about: given(sorts), ...Object.fromEntries(given(['id', 'file'])), verbose };
  if (command === 'schemas') return forSchemas(operands, values.edition, verbose);
  if (command === 'baseline') return forBaseline(operands, values.today, verbose);
  if (command === 'approve') return toApprove(operands, values, verbose);
  return ofEvidence(command, operands, values, { format, verbose });
}

function forSchemas([folder, ...others]: readonly string[], edition: unknown, verbose: boolean): Asked | Wrong {
  // As where there is no manifest: what organisations are certified to today.
  const known = edition === undefined ? '2018' : EDITIONS.find((e) => e === edition);
  if (folder === undefined || others.length > 0) return { wrong: 'schemas needs one folder to write to.' };
  if (!known) return { wrong: `--edition can be ${EDITIONS.join(' or ')}, not "${String(edition)}".` };
  return { command: 'schemas', folder, edition: known, verbose };
}

function forFirst([folder = '.', ...others]: readonly string[], answers: ReadonlyMap<string, string>, verbose: boolean): Asked | Wrong {
  if (others.length > 0) return { wrong: 'init begins in one folder at a time.' };
  return { command: 'init', folder, answers, verbose };
}

function forBaseline(paths: readonly string[], today: unknown, verbose: boolean): Asked | Wrong {
  if (paths.length > 1) return { wrong: 'baseline takes one folder at a time.' };
  const asked = { command: 'baseline', paths: paths.length > 0 ? paths : ['.'], verbose } as const;
  return wrongDay(today) ?? { ...asked, ...(typeof today === 'string' && { today }) };
}

function toApprove(
  paths: readonly string[],
  { by, today }: { readonly by?: unknown; readonly today?: unknown },
  verbose: boolean,
): Asked | Wrong {
  if (paths.length !== 1) return { wrong: 'approve takes one file.' };
  if (typeof by !== 'string') return { wrong: 'approve needs to know who approves: --by, with the id of a person of sms.yaml.' };
  const wrong = wrongDay(today);
  return wrong ?? { command: 'approve', paths, by, verbose, ...(typeof today === 'string' && { today }) };
}

const wrongDay = (today: unknown): Wrong | undefined =>
  today === undefined || (typeof today === 'string' && formats.date(today))
    ? undefined
    : { wrong: `--today must be a day such as 2026-03-31, not "${String(today)}".` };

type OfEvidence = 'fail-on' | 'today' | 'on' | 'period' | 'no-waivers' | 'no-baseline';

function ofEvidence(
  command: AskedOfEvidence['command'],
  paths: readonly string[],
  { 'fail-on': failOn, today, on, period, 'no-waivers': without, 'no-baseline': anew }: Readonly<Partial<Record<OfEvidence, unknown>>>,
  rest: Pick<AskedOfEvidence, 'format' | 'verbose'>,
): Asked | Wrong {
  const severity = failOn === undefined ? 'error' : GRAVEST_FIRST.find((s) => s === failOn);
  if (!severity) return { wrong: `--fail-on can be ${GRAVEST_FIRST.join(', ')}, not "${String(failOn)}".` };
  if (command === 'coverage' && paths.length > 1) return { wrong: 'coverage takes one path at a time.' };
  const wrong = wrongDay(today);
  if (wrong) return wrong;
  if (on !== undefined && !isDay(on)) return { wrong: `--on must be a day such as 2026-03-31, not "${String(on)}".` };
  if (on !== undefined && period !== undefined) return { wrong: 'Ask for a day with --on or for a period with --period, not for both.' };
  const over = period === undefined ? undefined : readPeriod(String(period));
  if (over && typeof over === 'object' && 'wrong' in over) return over;
  const asked = {
    command,
    failOn: severity,
    ...rest,
    waivers: without !== true,
    baseline: anew !== true,
    paths: paths.length > 0 ? paths : ['.'],
  };
  return { ...asked, ...(isDay(today) && { today }), ...(isDay(on) && { on }), ...(over && { period: over }) };
}

const isDay = (day: unknown): day is string => typeof day === 'string' && formats.date(day);

/** `2026-01-01/2026-12-31`, both days included, or `audit`. */
function readPeriod(text: string): Period | 'audit' | Wrong {
  if (text === AUDIT) return AUDIT;
  const [from, to, ...more] = text.split('/');
  if (!isDay(from) || !isDay(to) || more.length > 0)
    return { wrong: `--period must be two days such as 2026-01-01/2026-12-31, or ${AUDIT} for the one in sms.yaml, not "${text}".` };
  return from <= to ? { from, to } : { wrong: `The period ${text} ends before it begins.` };
}

const AUDIT = 'audit';

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

function wrongOption(
  { name, rawName, value }: { name: string; rawName: string; value?: string | undefined },
  options: Options,
): string | undefined {
  const option = Object.entries(options).find(([known]) => known === name && rawName === `--${name}`)?.[1];
  if (!option)
    return `There is no option "${rawName}".${meant(
      rawName,
      Object.keys(options).map((known) => `--${known}`),
    )}`;
  if (option.type === 'string' && (value === undefined || value === '')) return `${rawName} needs a value behind it.`;
  return option.type === 'boolean' && value !== undefined ? `${rawName} takes no value.` : undefined;
}

const meant = (word: string, words: readonly string[]): string => {
  const [first] = nearest(word, words);
  return first === undefined ? '' : ` Did you mean "${first}"?`;
};

/** Whether a finding of that severity makes the run fail. */
export const isGrave = (severity: Severity, failOn: Severity): boolean => GRAVEST_FIRST.indexOf(severity) <= GRAVEST_FIRST.indexOf(failOn);
