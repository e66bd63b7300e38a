// A command line taken apart into command, operands and options, or in plain words what is wrong with it. Must not know what an option's
// value means.
import { parseArgs } from 'node:util';
import { nearest } from '../knowledge/nearest';
import type { OptionWords, Wrong } from './asked';
import { COMMANDS, type Command, GIVEN, OPTIONS, type OptionName, type OptionUse } from './usage';

export interface TakenApart {
  /** As typed; undefined where there is none. */
  readonly word: string | undefined;
  readonly operands: readonly string[];
  /** By name, as typed; "" for one that takes no value. */
  readonly values: ReadonlyMap<string, string>;
}

/** What is typed where one is used to other tools. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['-h', '--help'],
  ['-?', '--help'],
  ['-V', '--version'],
]);

/** `argv` without the program's own name. `usual`: the value of an option behind which nothing stands. */
export function takeApart(
  argv: readonly string[],
  words: () => OptionWords,
  usual: Readonly<Partial<Record<OptionName, string>>>,
): TakenApart | Wrong {
  const known = new Map<string, OptionUse>(Object.entries(OPTIONS));
  // Every template is read for them: that would keep the other commands waiting.
  if (argv.some((arg) => arg.startsWith('--') && !known.has(arg.slice(2).replace(/=.*$/s, '')))) {
    const { fields, sorts } = words();
    for (const name of fields) known.set(name, known.get(name) ?? GIVEN.fields);
    for (const name of sorts) known.set(name, known.get(name) ?? GIVEN.sorts);
  }
  const args = argv.flatMap((arg, i) => {
    const value = Object.entries(usual).find(([name]) => arg === `--${name}`)?.[1];
    return value !== undefined && (argv[i + 1] ?? '--').startsWith('--') ? [arg, value] : [SHORT.get(arg) ?? arg];
  });
  const options = Object.fromEntries(
    [...known].map(([name, { value }]) => [name, { type: value === undefined ? ('boolean' as const) : ('string' as const) }]),
  );
  // Not strict: the words for what is wrong are ours.
  const { positionals, tokens } = parseArgs({ args, options, allowPositionals: true, strict: false, tokens: true });
  const [word, ...operands] = positionals;
  const values = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const option = rawName === `--${name}` ? known.get(name) : undefined;
    if (!option)
      return {
        wrong: `There is no option "${rawName}".${didYouMean(
          rawName,
          [...known.keys()].map((n) => `--${n}`),
        )}`,
      };
    if (option.value === undefined && value !== undefined) return { wrong: `${rawName} takes no value.` };
    // What looks like the next option was not meant as the value of this one.
    const isNext = inlineValue !== true && value?.startsWith('--') === true;
    if (option.value !== undefined && ((value ?? '').trim() === '' || isNext))
      return { wrong: `${rawName} needs a value behind it: ${rawName} ${option.value}.` };
    if (values.has(name)) return { wrong: `${rawName} is given twice: leave one of them out.` };
    values.set(name, value ?? '');
  }
  return wrongCommand(word, values, known) ?? { word, operands, values };
}

/** An option that the command doesn't take. */
function wrongCommand(
  word: string | undefined,
  values: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, OptionUse>,
): Wrong | undefined {
  const command = commandOf(word);
  if (!command || values.has('help') || values.has('version')) return undefined;
  for (const name of values.keys()) {
    const only = known.get(name)?.goesWith;
    if (only && !only.includes(command)) return { wrong: `--${name} goes with ${listedOr(only)} only.` };
  }
  return undefined;
}

export const commandOf = (word: string | undefined): Command | undefined => COMMANDS.find((c) => c === word);

export const didYouMean = (word: string, words: readonly string[]): string => {
  const [first] = nearest(word, words);
  return first === undefined ? '' : ` Did you mean "${first}"?`;
};

/** "a, b or c" */
export const listedOr = (words: readonly string[]): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
