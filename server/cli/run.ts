// One run of the command line, from its arguments to its exit code. Must not read the disk, the clock or the process itself: all that is given.
import path from 'node:path';
import { loadKnowledge } from '../knowledge/knowledge';
import { colours, type Look, noInk } from '../reports/ink';
import { jsonCheck, jsonCoverage } from '../reports/json';
import { pages } from '../reports/pages';
import { textCheck } from '../reports/text-check';
import { textCoverage } from '../reports/text-coverage';
import { textLine } from '../reports/text-line';
import { rules as allRules } from '../rules/gathered';
import { Workspace } from '../workspace/workspace';
import { approve, foundThere } from './approve';
import { isGrave, readArguments } from './args';
import type { AskedForBaseline, AskedForSchemas, AskedOfEvidence, AskedToApprove, AskedToExplain, Wrong } from './asked';
import { baseline } from './baseline';
import { check } from './check';
import { coverage } from './coverage';
import { jsonPages, pagesNamed, textPages } from './explain';
import { explainLine, type PlaceOfFile, placeOfFile } from './explain-line';
import { help } from './help';
import { beginSms } from './init';
import { beginDocument } from './new';
import { judged, opened } from './opened';
import { optionWords } from './option-words';
import { foldersOf, type Target, targetOf } from './paths';
import { schemaFiles } from './schemas';
import type { Out, Surroundings } from './surroundings';
import { whyNotWritten } from './system-words';
import { textWritten, type Written } from './written';

export const exits = { nothingFound: 0, found: 1, broken: 2, nothingToCheck: 3 } as const;
export type Exit = (typeof exits)[keyof typeof exits];

/** `argv` without the program's own name. Never rejects. */
export async function run(argv: readonly string[], around: Surroundings): Promise<Exit> {
  const { out, err, version } = around;
  const asked = readArguments(argv, () => optionWords(loadKnowledge()));
  if (asked === 'version') {
    out.write(`${version}\n`);
    return exits.nothingFound;
  }
  if ('wrong' in asked) return refuse({ wrong: `${asked.wrong} See: sms-evidence --help` }, err);
  if (asked.command === 'help') {
    out.write(help(optionWords(loadKnowledge()), asked.about));
    return exits.nothingFound;
  }
  try {
    if (asked.command === 'explain') return await explain(asked, around);
    if (asked.command === 'schemas') return await writeSchemas(asked, around);
    if (asked.command === 'init') return ended(await beginSms(asked, around, loadKnowledge()), around);
    if (asked.command === 'new') return ended(await beginDocument(asked, around, await workspaceAt(around)), around);
    if (asked.command === 'baseline') return await writeBaseline(asked, around);
    return asked.command === 'approve' ? await approveFile(asked, around) : await judge(asked, around);
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

function ended(written: Written | Wrong, { cwd, out, err }: Surroundings): Exit {
  if ('wrong' in written) return refuse(written, err);
  out.write(textWritten(written, cwd));
  return exits.nothingFound;
}

/** All that the current folder is part of. */
async function workspaceAt({ cwd, host, clock }: Surroundings): Promise<Workspace | Wrong> {
  const here = await targetOf('.', cwd, host);
  if ('wrong' in here) return here;
  const workspace = new Workspace(host, loadKnowledge(), [], clock, () => {});
  await workspace.open(foldersOf([here]));
  return workspace;
}

async function explain(asked: AskedToExplain, around: Surroundings): Promise<Exit> {
  const { names, format } = asked;
  const { out, err, version, rules = allRules } = around;
  const place = placeOfFile(names.join(' '));
  if (place) return explainPlace(place, asked, around);
  if (asked.today !== undefined) return refuse({ wrong: 'With explain --today goes with a line of a file only, such as FILE:12.' }, err);
  const all = pages(loadKnowledge(), rules);
  const found = pagesNamed(names, all);
  if ('wrong' in found) return refuse(found, err);
  out.write(format === 'json' ? jsonPages(found, all, version) : textPages(found, all, lookOf(around)));
  return exits.nothingFound;
}

async function explainPlace(place: PlaceOfFile, { today, verbose, format }: AskedToExplain, around: Surroundings): Promise<Exit> {
  const { cwd, out, err } = around;
  if (format === 'json') return refuse({ wrong: 'A line of a file is explained as text only.' }, err);
  const found = await opened({ paths: [place.path], verbose, ...(today !== undefined && { today }) }, around);
  if ('wrong' in found) return refuse(found, err);
  await judged(found.workspace);
  const explained = explainLine(place, found, cwd);
  if ('wrong' in explained) return refuse(explained, err);
  out.write(textLine(explained, lookOf(around)));
  return exits.nothingFound;
}

async function writeSchemas({ folder, edition }: AskedForSchemas, { cwd, out, err, write }: Surroundings): Promise<Exit> {
  const files = schemaFiles(path.resolve(cwd, folder), edition, loadKnowledge());
  try {
    for (const [file, text] of files) await write(file, text);
  } catch (error) {
    return refuse({ wrong: `Nothing could be written to "${folder}": ${whyNotWritten(error)}.` }, err);
  }
  out.write(`${files.size} schemas of the ${edition} edition are in ${folder}.\n`);
  return exits.nothingFound;
}

async function approveFile(asked: AskedToApprove, around: Surroundings): Promise<Exit> {
  const { cwd, out, err, write } = around;
  const found = await opened(asked, around);
  if ('wrong' in found) return refuse(found, err);
  const [target] = found.targets;
  const approved = target && approve(target, asked.by, found.workspace);
  if (!approved || 'wrong' in approved) return refuse(approved ?? { wrong: 'approve takes one file.' }, err);
  try {
    await write(path.resolve(cwd, target.path), approved.text);
  } catch (error) {
    return refuse({ wrong: `"${target.path}" could not be written: ${whyNotWritten(error)}. It stays as it was.` }, err);
  }
  out.write(`${approved.says}\n`);
  for (const message of await foundThere(target, approved.text, found.workspace)) out.write(`A check finds there: ${message}\n`);
  return exits.nothingFound;
}

async function writeBaseline(asked: AskedForBaseline, around: Surroundings): Promise<Exit> {
  const { cwd, out, err, write, create } = around;
  const found = await opened(asked, around);
  if ('wrong' in found) return refuse(found, err);
  const [target] = found.targets;
  await judged(found.workspace);
  const written = target ? baseline(target, found.workspace, cwd) : { wrong: 'baseline takes one folder at a time.' };
  if ('wrong' in written) return refuse(written, err);
  try {
    const { file = '', text = '', isNew } = written.write ?? {};
    if (isNew) await create(new Map([[file, text]]));
    else if (written.write) await write(file, text);
  } catch (error) {
    return refuse({ wrong: `The baseline could not be written: ${whyNotWritten(error)}.` }, err);
  }
  out.write(`${written.says}\n`);
  return exits.nothingFound;
}

async function judge(asked: AskedOfEvidence, around: Surroundings): Promise<Exit> {
  const found = await opened(asked, around);
  if ('wrong' in found) return refuse(found, around.err);
  const { targets, workspace } = found;
  // Coverage asks for more of it than findings do.
  await judged(workspace, () => {
    if (asked.command === 'coverage') for (const sms of workspace.smss) sms.coverage();
  });
  return asked.command === 'check' ? printCheck(asked, targets, workspace, around) : printCoverage(asked, targets, workspace, around);
}

async function printCheck(
  { format, failOn }: AskedOfEvidence,
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
  return report.files.some((f) => f.found.some(({ finding }) => !finding.waived && !finding.old && isGrave(finding.severity, failOn)))
    ? exits.found
    : exits.nothingFound;
}

function printCoverage(asked: AskedOfEvidence, targets: readonly Target[], workspace: Workspace, around: Surroundings): Exit {
  const { out, err, version } = around;
  const { format } = asked;
  const all = targets.flatMap((target) => coverage(target, workspace, { ...around, tool: version }, asked));
  const wrong = all.find((report) => 'wrong' in report);
  if (wrong) return refuse(wrong, err);
  const reports = all.flatMap((report) => ('wrong' in report ? [] : [report]));
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
