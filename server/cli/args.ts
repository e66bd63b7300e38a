// What was asked for on the command line, or in plain words what is wrong with it. Must not do any of it.
import { parseArgs } from 'node:util';
import { formats } from '../knowledge/formats';
import { nearest } from '../knowledge/nearest';
import type { Severity } from '../knowledge/types';

export interface Asked {
  readonly command: 'check' | 'coverage';
  /** As typed; never empty. */
  readonly paths: readonly string[];
  readonly format: 'text' | 'json';
  readonly failOn: Severity;
  /** YYYY-MM-DD */
  readonly today?: string;
  readonly verbose: boolean;
}

export interface Wrong {
  /** A plain sentence: what can't be done, and why. */
  readonly wrong: string;
}

const FORMATS: readonly Asked['format'][] = ['text', 'json'];
const GRAVEST_FIRST: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
const COMMANDS: readonly Asked['command'][] = ['check', 'coverage'];
const OPTIONS = {
  format: { type: 'string', default: 'text' },
  'fail-on': { type: 'string' },
  today: { type: 'string' },
  verbose: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  version: { type: 'boolean', default: false },
} as const;

/** `argv` without the program's own name. */
export function readArguments(argv: readonly string[]): Asked | 'help' | 'version' | Wrong {
  // Not strict: the words for what is wrong are ours.
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    const wrong = token.kind === 'option' ? wrongOption(token) : undefined;
    if (wrong !== undefined) return { wrong };
  }
  if (values.help) return 'help';
  if (values.version) return 'version';
  const [word = '', ...paths] = positionals;
  const command = COMMANDS.find((c) => c === word);
  const { 'fail-on': failOn, today } = values;
  const format = FORMATS.find((f) => f === values.format);
  const severity = failOn === undefined ? 'error' : GRAVEST_FIRST.find((s) => s === failOn);
  if (word === '') return { wrong: `A command is missing: ${COMMANDS.join(' or ')}.` };
  if (!command) return { wrong: `There is no command "${word}".${meant(word, COMMANDS)}` };
  if (!format) return { wrong: `--format can be ${FORMATS.join(' or ')}, not "${String(values.format)}".` };
  if (!severity) return { wrong: `--fail-on can be ${GRAVEST_FIRST.join(', ')}, not "${String(failOn)}".` };
  if (command === 'coverage' && failOn !== undefined) return { wrong: '--fail-on goes with check: coverage finds nothing, it counts.' };
  if (command === 'coverage' && paths.length > 1) return { wrong: 'coverage takes one path at a time.' };
  if (today !== undefined && !(typeof today === 'string' && formats.date(today)))
    return { wrong: `--today must be a day such as 2026-03-31, not "${String(today)}".` };
  const rest = { command, format, failOn: severity, verbose: values.verbose === true };
  return { ...rest, paths: paths.length > 0 ? paths : ['.'], ...(typeof today === 'string' && { today }) };
}

function wrongOption({ name, rawName, value }: { name: string; rawName: string; value?: string | undefined }): string | undefined {
  const option = Object.entries(OPTIONS).find(([known]) => known === name && rawName === `--${name}`)?.[1];
  if (!option)
    return `There is no option "${rawName}".${meant(
      rawName,
      Object.keys(OPTIONS).map((known) => `--${known}`),
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
