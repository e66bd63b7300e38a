// The text of --help: of everything, or of what belongs to one command. Must not know how arguments are read.
import { wrapped } from '../reports/display';
import type { OptionWords } from './asked';
import { type Command, GIVEN, OPTIONS, type OptionUse, USES } from './usage';

const WIDTH = 120;
/** Where what is said of a command or option begins. */
const COLUMN = 33;

/** What is said in answer to --help; ends with a line break. `about`: of that command only. */
export function help(words: OptionWords, about?: Command): string {
  const uses = USES.filter(({ command }) => about === undefined || command === about);
  const used = uses.map(({ command, behind, says }) => row(`sms-evidence ${command} ${behind}`, says));
  const parts = [
    about === undefined ? TITLE : '',
    used.join('\n'),
    wrapped(NAMES.flatMap(([word, says]) => (uses.some(({ behind }) => word.test(behind)) ? [says] : [])).join(' '), WIDTH).join('\n'),
    optionRows(words, about).join('\n'),
    wrapped(exitWords(about), WIDTH).join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const TITLE = 'Checks the evidence of a service management system, and shows how far ISO/IEC 20000-1 is evidenced.';

/** What the words in capitals mean, behind the commands they stand behind. */
const NAMES: readonly (readonly [behind: RegExp, says: string])[] = [
  [
    /PATH/,
    'PATH is a file or folder, without one the current folder. What it is part of is read as a whole: the folder with sms.yaml around it, or each one below it.',
  ],
  [/^ID/, 'ID is whatever stands in brackets behind a finding, the word behind "kind:", a clause, or a word of the trade.'],
  [
    /WHAT|\[FOLDER\]/,
    'WHAT is a kind of document, or words for it. In a terminal init and new ask for what no option says; elsewhere it stays a question in the file. Nothing that is there is ever overwritten.',
  ],
];

const WRONG_USE = '2 wrong use or a failure of ours';
/** Of commands that look at what is there. */
const LOOKING: readonly Command[] = ['check', 'coverage'];

function exitWords(about: Command | undefined): string {
  const done = about === undefined || about === 'check' ? '0 nothing found (at --fail-on or above), 1 something found' : '0 done';
  return `Exit code: ${done}, ${WRONG_USE}${about === undefined || LOOKING.includes(about) ? ', 3 nothing to check' : ''}.`;
}

function optionRows({ fields, sorts }: OptionWords, about: Command | undefined): string[] {
  const own = Object.entries<OptionUse>(OPTIONS);
  const isOwn = (name: string) => own.some(([known]) => known === name);
  const all: [names: readonly string[], use: OptionUse][] = [
    ...own.map(([name, use]): [string[], OptionUse] => [[name], use]),
    [fields.filter((name) => !isOwn(name)), GIVEN.fields],
    [sorts.filter((name) => !isOwn(name)), GIVEN.sorts],
  ];
  const shown = all.filter(([, { goesWith }]) => about === undefined || !goesWith || goesWith.includes(about));
  return shown.map(([names, use]) => {
    const whose = about === undefined && use.goesWith && use.goesWith.length > 0 && !isSaid(use) ? `${use.goesWith.join(', ')}: ` : '';
    return row(names.map((name) => `--${name}${use.value === undefined ? '' : ` ${use.value}`}`).join(', '), `${whose}${use.says}`);
  });
}

/** It says itself which command it means what with. */
const isSaid = ({ goesWith = [], says }: OptionUse): boolean => says.startsWith(`${goesWith[0]}:`);

function row(what: string, says: string): string {
  const lines = wrapped(says, WIDTH - COLUMN);
  const heads = wrapped(what, COLUMN + 40);
  const [last = ''] = heads.slice(-1);
  const begin = `  ${last}`;
  const first = begin.length < COLUMN ? `${begin.padEnd(COLUMN)}${lines[0]}` : `${begin}\n${' '.repeat(COLUMN)}${lines[0]}`;
  return [...heads.slice(0, -1).map((head) => `  ${head}`), first, ...lines.slice(1).map((line) => `${' '.repeat(COLUMN)}${line}`)].join(
    '\n',
  );
}
