// The command `init`: a first SMS in a folder, with what was said on the command line and at the terminal. Must not word questions.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { firstKinds, firstQuestions, manifestOf, manifestText, wrongAnswer } from '../features/first-sms';
import { newDocument, openIn } from '../features/new-evidence';
import { MemoryHost } from '../host/memory';
import { fileNameOf } from '../knowledge/kind';
import type { Knowledge } from '../knowledge/knowledge';
import { canonical } from '../workspace/uri';
import { Workspace } from '../workspace/workspace';
import { askChoice, askText, isStopped, type Person } from './ask';
import type { AskedForFirst, Wrong } from './asked';
import { manifestAround } from './paths';
import type { Surroundings } from './surroundings';
import { whyNotWritten } from './system-words';
import type { Written } from './written';

/** Nothing is written unless all is. */
export async function beginSms(asked: AskedForFirst, around: Surroundings, knowledge: Knowledge): Promise<Written | Wrong> {
  const wrong = firstQuestions(knowledge).flatMap((q) => {
    const answer = asked.answers.get(q.field);
    const why = answer === undefined ? undefined : wrongAnswer(q, answer);
    return why === undefined ? [] : [`--${q.field}: ${why}`];
  });
  if (wrong[0] !== undefined) return { wrong: wrong[0] };
  const folder = path.resolve(around.cwd, asked.folder);
  const there = await manifestAround(pathToFileURL(folder).href, around.host);
  if (there !== undefined)
    return { wrong: `There is already a service management system in "${asked.folder}" or around it: nothing was written.` };
  const answers = around.ask ? await askRest(asked.answers, { ask: around.ask, out: around.out }, knowledge) : asked.answers;
  if ('wrong' in answers) return answers;
  const kept = await thereAlready(folder, knowledge, around);
  const files = await firstFiles(folder, answers, new Set(kept.map(({ kind }) => kind)), knowledge, around);
  const taken = await Promise.all(files.map(async ({ file }) => ((await around.host.read(pathToFileURL(file).href)) ? [file] : [])));
  const [first] = taken.flat();
  if (first !== undefined) return { wrong: `There is already a file "${path.relative(around.cwd, first)}": nothing was written.` };
  try {
    await around.create(new Map(files.map(({ file, text }) => [file, text])));
  } catch (error) {
    return { wrong: `Nothing could be written to "${asked.folder}": ${whyNotWritten(error)}.` };
  }
  return {
    files,
    next: `${kept.map(({ file }) => `There already, and left as it is: ${path.relative(around.cwd, file)}\n`).join('')}Next: answer the questions, and begin more documents with "sms-evidence new". "sms-evidence check" says what is missing.`,
  };
}

async function askRest(
  given: ReadonlyMap<string, string>,
  person: Person,
  knowledge: Knowledge,
): Promise<ReadonlyMap<string, string> | Wrong> {
  const answers = new Map(given);
  const rest = firstQuestions(knowledge).filter(({ field }) => !given.has(field));
  if (rest.length > 0) person.out.write('Enter alone leaves a question open. Ctrl+C stops, and nothing is written.\n');
  for (const q of rest) {
    const choices = q.choices.map((word) => ({ word, shown: word }));
    const answer =
      choices.length > 0
        ? await askChoice(person, q.question, choices, { usual: '', other: false })
        : await askText(person, q.question, '', (text) => (text === '' ? undefined : wrongAnswer(q, text)));
    if (isStopped(answer)) return answer;
    if (answer !== '') answers.set(q.field, answer);
  }
  return answers;
}

interface FirstFile {
  readonly file: string;
  readonly text: string;
  readonly open: Written['files'][number]['open'];
}

/** What somebody began before the manifest, each with its file. */
async function thereAlready(
  folder: string,
  knowledge: Knowledge,
  { host, clock }: Surroundings,
): Promise<{ readonly kind: string; readonly file: string }[]> {
  const uri = canonical(pathToFileURL(folder).href);
  const workspace = new Workspace(host, knowledge, [], clock, () => {});
  await workspace.open([uri]);
  const reader = workspace.smsFor(uri).reader();
  return firstKinds(knowledge).flatMap(({ kind: { kind } }) => {
    const [doc] = reader.all(kind).map((thing) => thing.doc);
    return doc === undefined ? [] : [{ kind, file: fileURLToPath(doc.slice(0, doc.lastIndexOf('#'))) }];
  });
}

/** The manifest, and beside it what is begun for the edition that it names, but for kinds that are there. */
async function firstFiles(
  folder: string,
  answers: ReadonlyMap<string, string>,
  there: ReadonlySet<string>,
  knowledge: Knowledge,
  { clock }: Surroundings,
): Promise<FirstFile[]> {
  const manifest = manifestOf(knowledge);
  const text = manifestText(knowledge, answers);
  const uri = pathToFileURL(folder).href;
  const workspace = new Workspace(new MemoryHost(new Map([[`${uri}/${fileNameOf(manifest)}`, text]])), knowledge, [], clock, () => {});
  await workspace.open([uri]);
  const reader = workspace.smsFor(uri).reader();
  return [
    { file: path.join(folder, fileNameOf(manifest)), text, open: openIn(text, manifest) },
    ...firstKinds(knowledge).flatMap(({ kind, id }) => {
      if (there.has(kind.kind)) return [];
      const { path: name, text: begun, open } = newDocument(kind, id, new Map(), reader);
      return [{ file: path.join(folder, name), text: begun, open }];
    }),
  ];
}
