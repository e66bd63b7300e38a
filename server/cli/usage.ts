// The commands and options that there are, each with what --help says of it. Must not know how they are read, nor what they do.
import type { Asked, OptionWords } from './asked';

export type Command = Asked['command'];

/** One way to use a command. */
export interface CommandUse {
  readonly command: Command;
  /** What stands behind its name, such as "[PATH]…". */
  readonly behind: string;
  readonly says: string;
}

/** In the order of --help. */
export const USES: readonly CommandUse[] = [
  { command: 'init', behind: '[FOLDER]', says: 'begins a service management system: manifest, catalogue, registers' },
  { command: 'new', behind: 'WHAT', says: 'begins a document from its template, such as: new supplier contract' },
  { command: 'check', behind: '[PATH]…', says: 'what is missing, wrong or contradictory' },
  { command: 'coverage', behind: '[PATH]', says: 'how far each demand is evidenced, and by which documents' },
  {
    command: 'baseline',
    behind: '[PATH]',
    says: 'lists what is found in an old folder, so that only what is new is shown; again: takes out what is mended by then, and adds nothing',
  },
  {
    command: 'approve',
    behind: 'FILE',
    says: 'writes who approved it, today, and the fingerprint of its text; needs --by. What was approved before is never written over, unless by the approval of a later version',
  },
  { command: 'explain', behind: 'ID…', says: 'what a demand, kind of document, finding, process, clause or term means' },
  {
    command: 'explain',
    behind: 'FILE:LINE',
    says: 'what stands there: the demand behind it, what was worked out from which figures, what is found there and why; FILE:LINE:COLUMN for one place',
  },
  { command: 'schemas', behind: 'FOLDER', says: 'writes a JSON Schema for each kind of document, for editors with another YAML server' },
];

export const COMMANDS: readonly Command[] = [...new Set(USES.map(({ command }) => command))];

export interface OptionUse {
  /** What stands behind it, such as "YYYY-MM-DD"; absent where nothing does. */
  readonly value?: string;
  /** The commands that take it; absent where all do. */
  readonly goesWith?: readonly Command[];
  readonly says: string;
}

const DAY = 'YYYY-MM-DD';

/** In the order of --help. Beside these, `init` and `new` take words of the knowledge. */
export const OPTIONS = {
  format: {
    value: 'text|json',
    goesWith: ['check', 'coverage', 'explain'],
    says: 'text for people (the default), or JSON as docs/json.md describes it',
  },
  'fail-on': {
    value: 'SEVERITY',
    goesWith: ['check'],
    says: 'error (the default), warning, information or hint; what is as grave as that or graver makes the exit code 1',
  },
  today: {
    value: DAY,
    goesWith: ['check', 'coverage', 'baseline', 'approve', 'explain'],
    says: 'take that day for today; with explain for a line of a file only',
  },
  by: { value: 'ID', goesWith: ['approve'], says: 'the person of sms.yaml who approves' },
  on: {
    value: DAY,
    goesWith: ['coverage'],
    says: 'look back from today to that day: the versions in force then, and nothing that is dated after it',
  },
  period: {
    value: 'FROM/TO',
    goesWith: ['coverage'],
    says: 'look back over a period: what was there on any of its days, and whether it held on all of them; also a year, quarter or month, such as 2026, 2026-Q1, 2026-03. Without days, or with the word audit: the auditPeriod of sms.yaml',
  },
  edition: {
    value: '2011|2018',
    goesWith: ['init', 'schemas'],
    says: 'init: by which you are audited; schemas: by which contents are required (there 2018 unless you say so)',
  },
  id: { value: 'ID', goesWith: ['new'], says: 'by what other documents will refer to it' },
  file: { value: 'PATH', goesWith: ['new'], says: 'where to write it (else by its id and kind, beside alike ones)' },
  'no-waivers': { goesWith: ['check', 'coverage'], says: 'as if nobody had allowed anything to stand' },
  'no-baseline': { goesWith: ['check'], says: 'what a baseline lists as well' },
  verbose: { says: 'if something breaks off on our side, show the details' },
  help: { says: 'says this; behind a command what belongs to it' },
  version: { says: 'which version of this tool it is' },
} as const satisfies Readonly<Record<string, OptionUse>>;

export type OptionName = keyof typeof OPTIONS;

/** Of the options that are words of the knowledge. */
export const GIVEN: Readonly<Record<keyof OptionWords, OptionUse & { readonly goesWith: readonly [Command] }>> = {
  fields: { value: 'ANSWER', goesWith: ['init'], says: 'the answers to the first questions of the manifest' },
  sorts: { value: 'ID', goesWith: ['new'], says: 'what it is about, by id' },
};
