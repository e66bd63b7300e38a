// One run of the command line, from its arguments to its exit code. Must not read the disk, the clock or the process itself: all that is given.
import type { Host } from '../host/host';
import { loadKnowledge } from '../knowledge/knowledge';
import { colours, type Look, noInk } from '../reports/ink';
import { jsonCheck, jsonCoverage } from '../reports/json';
import { textCheck } from '../reports/text-check';
import { textCoverage } from '../reports/text-coverage';
import { rules as allRules } from '../rules/gathered';
import type { NamedRule } from '../rules/rule';
import { type Clock, Workspace } from '../workspace/workspace';
import { type Asked, isGrave, readArguments, type Wrong } from './args';
import { check } from './check';
import { coverage } from './coverage';
import { HELP } from './help';
import { foldersOf, type Target, targetOf } from './paths';

export interface Surroundings {
  /** Absolute. */
  readonly cwd: string;
  readonly out: Out;
  readonly err: Out;
  readonly host: Host;
  readonly clock: Clock;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The version of this tool. */
  readonly version: string;
  readonly rules?: readonly NamedRule[];
}

export interface Out {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

export const exits = { nothingFound: 0, found: 1, broken: 2, nothingToCheck: 3 } as const;
export type Exit = (typeof exits)[keyof typeof exits];

/** `argv` without the program's own name. Never rejects. */
export async function run(argv: readonly string[], around: Surroundings): Promise<Exit> {
  const { out, err, version } = around;
  const asked = readArguments(argv);
  if (asked === 'help' || asked === 'version') {
    out.write(asked === 'help' ? HELP : `${version}\n`);
    return exits.nothingFound;
  }
  if ('wrong' in asked) return refuse({ wrong: `${asked.wrong} See: sms-evidence --help` }, err);
  try {
    return await carryOut(asked, around);
  } catch (error) {
    err.write('sms-evidence broke off. That is our fault and not yours; please report it');
    err.write(
      asked.verbose ? `:\n${error instanceof Error ? error.stack : String(error)}\n` : ', with what it says when you add --verbose.\n',
    );
    return exits.broken;
  }
}

function refuse({ wrong }: Wrong, err: Out): Exit {
  err.write(`${wrong}\n`);
  return exits.broken;
}

async function carryOut(asked: Asked, around: Surroundings): Promise<Exit> {
  const { cwd, err, host, clock, rules = allRules } = around;
  const targets: Target[] = [];
  for (const path of asked.paths) {
    const target = await targetOf(path, cwd, host);
    if ('wrong' in target) return refuse(target, err);
    targets.push(target);
  }
  const { today } = asked;
  const workspace = new Workspace(host, loadKnowledge(), rules, today === undefined ? clock : () => today, ({ rule, error }) => {
    if (asked.verbose) err.write(`The check ${rule} broke off: ${error}\n`);
  });
  await workspace.open(foldersOf(targets));
  workspace.settleAll();
  return asked.command === 'check' ? printCheck(asked, targets, workspace, around) : printCoverage(asked, targets, workspace, around);
}

async function printCheck(
  { format, failOn }: Asked,
  targets: readonly Target[],
  workspace: Workspace,
  around: Surroundings,
): Promise<Exit> {
  const { out, err, version } = around;
  const { report, without } = await check(targets, workspace, { ...around, tool: version }, format === 'text');
  for (const { path, unreadable } of without) {
    if (unreadable !== undefined) return refuse({ wrong: `The file "${path}" could not be read: ${unreadable}.` }, err);
    err.write(nothing(path));
  }
  if (report.files.length === 0) return exits.nothingToCheck;
  out.write(format === 'json' ? jsonCheck(report) : textCheck(report, lookOf(around)));
  return report.files.some((f) => f.found.some(({ finding }) => isGrave(finding.severity, failOn))) ? exits.found : exits.nothingFound;
}

function printCoverage({ format }: Asked, targets: readonly Target[], workspace: Workspace, around: Surroundings): Exit {
  const { out, err, version } = around;
  const reports = targets.flatMap((target) => coverage(target, workspace, { ...around, tool: version }));
  const [first, ...others] = reports;
  if (!first) {
    for (const { path } of targets) err.write(nothing(path));
    return exits.nothingToCheck;
  }
  if (format === 'json' && others.length > 0) {
    return refuse(
      {
        wrong: `There are several management systems below, and JSON is for one at a time: name one of ${reports.map((r) => r.folder).join(', ')}.`,
      },
      err,
    );
  }
  out.write(format === 'json' ? jsonCoverage(first) : textCoverage(reports, lookOf(around)));
  return exits.nothingFound;
}

const nothing = (path: string): string =>
  `Nothing to check in "${path}": no YAML file there says that it is evidence, such as by a line "kind: sla".\n`;

const WIDTH = 100;

/** Colours only for somebody who watches and has not asked for none (no-color.org). */
function lookOf({ out, env }: Surroundings): Look {
  const coloured = out.isTTY === true && (env.NO_COLOR ?? '') === '';
  return { ink: coloured ? colours : noInk, width: out.isTTY === true ? (out.columns ?? WIDTH) : WIDTH };
}
