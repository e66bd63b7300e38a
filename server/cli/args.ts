// What was asked for on the command line, or in plain words what is wrong with it. Must not do any of it.
import type { Period } from '../arithmetic/periods';
import { dayMeant } from '../knowledge/meant-period';
import type { Edition, Severity } from '../knowledge/types';
import { listed } from '../rules/words';
import type { Asked, AskedOfEvidence, OptionWords, Wrong } from './asked';
import { AUDIT, readDay, readPeriod } from './days';
import { commandOf, didYouMean, listedOr, takeApart } from './take-apart';
import { COMMANDS, type Command, type OptionName } from './usage';

const FORMATS: readonly AskedOfEvidence['format'][] = ['text', 'json'];
const EDITIONS: readonly Edition[] = ['2011', '2018'];
const GRAVEST_FIRST: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
/** A period without its days is the audit period. */
const USUAL = { period: AUDIT } as const;

/** To be told what there is. */
export interface AskedForHelp {
  readonly command: 'help';
  /** About this one only. */
  readonly about?: Command;
}

/** What all commands begin with. */
interface Given {
  readonly operands: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  readonly verbose: boolean;
  /** Those of the values that go by such names. */
  some(names: readonly string[]): ReadonlyMap<string, string>;
}

/** `argv` without the program's own name. */
export function readArguments(argv: readonly string[], words: () => OptionWords): Asked | AskedForHelp | 'version' | Wrong {
  const apart = takeApart(argv, words, USUAL);
  if ('wrong' in apart) return apart;
  const { word, operands, values } = apart;
  const command = commandOf(word);
  if (values.has('help')) return { command: 'help', ...(command && { about: command }) };
  if (values.has('version') || word === 'version') return 'version';
  if (word === 'help') return helpAbout(operands);
  if (word === undefined) return { wrong: `A command is missing: ${listedOr(COMMANDS)}.` };
  if (!command) return { wrong: `There is no command "${word}".${didYouMean(word, COMMANDS) || ` There are ${listed(COMMANDS)}.`}` };
  const empty = operands.find((operand) => operand.trim() === '');
  if (empty !== undefined) return { wrong: `Behind ${command} there is an empty word: was a name meant to stand there?` };
  const some = (names: readonly string[]) =>
    new Map(names.flatMap((n): [string, string][] => (values.has(n) ? [[n, values.get(n) ?? '']] : [])));
  return READERS[command]({ operands, values, verbose: values.has('verbose'), some }, words);
}

const READERS: Readonly<Record<Command, (given: Given, words: () => OptionWords) => Asked | Wrong>> = {
  check: (given) => ofEvidence('check', given),
  coverage: (given) => ofEvidence('coverage', given),
  baseline: forBaseline,
  approve: toApprove,
  explain: toExplain,
  schemas: forSchemas,
  init: ({ operands, verbose, some }, words) => {
    const [folder = '.', ...others] = operands;
    if (others.length > 0) return { wrong: 'init begins in one folder at a time. A name with spaces stands in quotes.' };
    return { command: 'init', folder, answers: some(words().fields), verbose };
  },
  new: ({ operands, verbose, some }, words) => ({
    command: 'new',
    words: operands.join(' '),
    about: some(words().sorts),
    ...Object.fromEntries(some(['id', 'file'])),
    verbose,
  }),
};

function helpAbout([word, ...others]: readonly string[]): AskedForHelp | Wrong {
  const about = commandOf(word);
  if (word === undefined || (about && others.length === 0)) return { command: 'help', ...(about && { about }) };
  return { wrong: `There is no command "${[word, ...others].join(' ')}".${didYouMean(word, COMMANDS)}` };
}

function toExplain({ operands, values, verbose }: Given): Asked | Wrong {
  const today = dayOf('today', values);
  const format = oneOf('format', FORMATS, 'text', values);
  if (operands.length === 0) return { wrong: 'explain needs the id of a demand, a kind, a finding or a term, or a line such as FILE:12.' };
  if (isWrong(today)) return today;
  if (isWrong(format)) return format;
  return { command: 'explain', names: operands, format, verbose, ...(today !== undefined && { today }) };
}

function forSchemas({ operands: [folder, ...others], values, verbose }: Given): Asked | Wrong {
  // As where there is no manifest: what organisations are certified to today.
  const edition = oneOf('edition', EDITIONS, '2018', values);
  if (folder === undefined || others.length > 0) return { wrong: 'schemas needs one folder to write to.' };
  return isWrong(edition) ? edition : { command: 'schemas', folder, edition, verbose };
}

function forBaseline({ operands, values, verbose }: Given): Asked | Wrong {
  const today = dayOf('today', values);
  if (operands.length > 1) return { wrong: 'baseline takes one folder at a time.' };
  if (isWrong(today)) return today;
  return { command: 'baseline', paths: operands.length > 0 ? operands : ['.'], verbose, ...(today !== undefined && { today }) };
}

function toApprove({ operands, values, verbose }: Given): Asked | Wrong {
  const [by, today] = [values.get('by'), dayOf('today', values)];
  if (operands.length !== 1) return { wrong: 'approve takes one file.' };
  if (by === undefined) return { wrong: 'approve needs to know who approves: --by, with the id of a person of sms.yaml.' };
  return isWrong(today) ? today : { command: 'approve', paths: operands, by, verbose, ...(today !== undefined && { today }) };
}

function ofEvidence(command: AskedOfEvidence['command'], { operands, values, verbose }: Given): Asked | Wrong {
  const format = oneOf('format', FORMATS, 'text', values);
  const failOn = oneOf('fail-on', GRAVEST_FIRST, 'error', values);
  const [today, on] = [dayOf('today', values), dayOf('on', values)];
  const period = periodOf(values, operands);
  if (values.has('on') && values.has('period')) return { wrong: 'Ask for a day with --on or for a period with --period, not for both.' };
  if (isWrong(format)) return format;
  if (isWrong(failOn)) return failOn;
  if (isWrong(today)) return today;
  if (isWrong(on)) return on;
  if (isWrong(period)) return period;
  if (command === 'coverage' && operands.length > 1)
    return { wrong: 'coverage takes one path at a time. A path with spaces stands in quotes.' };
  return {
    command,
    failOn,
    format,
    verbose,
    waivers: !values.has('no-waivers'),
    baseline: !values.has('no-baseline'),
    paths: operands.length > 0 ? operands : ['.'],
    ...(today !== undefined && { today }),
    ...(on !== undefined && { on }),
    ...(period !== undefined && { period }),
  };
}

function periodOf(values: Given['values'], operands: readonly string[]): Period | typeof AUDIT | undefined | Wrong {
  const typed = values.get('period');
  const period = typed === undefined ? undefined : readPeriod(typed);
  if (typed === undefined || !isWrong(period)) return period;
  const [from, to] = [typed.replace(/[/,-]$/, ''), operands.map(dayMeant).find((day) => day !== undefined)];
  if (dayMeant(from) !== undefined && to !== undefined)
    return { wrong: `Write the two days as one, with a stroke between them: --period ${from}/${to}.` };
  const mayBeFolder = operands.length === 0 && !/^\d/.test(typed);
  return { wrong: `${period.wrong}${mayBeFolder ? ` If "${typed}" is the folder, write it before --period.` : ''}` };
}

/** YYYY-MM-DD, where the option is given. */
function dayOf(option: OptionName, values: Given['values']): string | undefined | Wrong {
  const typed = values.get(option);
  return typed === undefined ? undefined : readDay(`--${option}`, typed);
}

function oneOf<T extends string>(option: OptionName, words: readonly T[], usual: T, values: Given['values']): T | Wrong {
  const typed = values.get(option);
  const known = typed === undefined ? usual : words.find((w) => w === typed.toLowerCase());
  return (
    known ?? {
      wrong: `--${option} can be ${listedOr(words)}, not "${typed}".${/[a-z]/i.test(typed ?? '') ? didYouMean(typed ?? '', words) : ''}`,
    }
  );
}

const isWrong = (read: unknown): read is Wrong => typeof read === 'object' && read !== null && 'wrong' in read;

/** Whether a finding of that severity makes the run fail. */
export const isGrave = (severity: Severity, failOn: Severity): boolean => GRAVEST_FIRST.indexOf(severity) <= GRAVEST_FIRST.indexOf(failOn);
