// The command `new`: a document begun from its template, with what was said on the command line and at the terminal.
// Must not know any kind by name, nor word questions of templates.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { About } from '../features/about';
import { findKind } from '../features/find-kind';
import { checkId, isThere, likelyId, newDocument, toAsk } from '../features/new-evidence';
import { type TemplateEntry, templates } from '../features/template';
import { toId } from '../features/to-id';
import { nearest } from '../knowledge/nearest';
import type { Kind } from '../knowledge/types';
import type { Reader } from '../model/reader';
import type { Workspace } from '../workspace/workspace';
import { askChoice, askText, isStopped, type Person, STOPPED } from './ask';
import type { AskedForNew, Wrong } from './asked';
import { fileOf } from './new-place';
import type { Surroundings } from './surroundings';
import { isTaken, whyNotWritten } from './system-words';
import type { Written } from './written';

/** Nothing is written where something can't be, or whoever was asked had enough. */
export async function beginDocument(asked: AskedForNew, around: Surroundings, workspace: Workspace | Wrong): Promise<Written | Wrong> {
  if ('wrong' in workspace) return workspace;
  const person = around.ask && { ask: around.ask, out: around.out };
  const kind = await kindOf(asked.words, person, workspace);
  if ('wrong' in kind) return kind;
  const sms = workspace.smsFor(pathToFileURL(around.cwd).href);
  const reader = sms.reader();
  const isAlone = !reader.hasManifest() && kind.form !== 'manifest';
  if (isThere(kind, reader)) return { wrong: `There is already a ${kind.title} here.` };
  const chosen = await aboutsOf(kind, asked, around, person, reader);
  if ('wrong' in chosen) return chosen;
  const id = await idOf(kind, asked, chosen, around, person, reader);
  if (typeof id !== 'string') return id;
  const { path: usual, text, open } = newDocument(kind, id, chosen, reader);
  const byConvention = fileURLToPath(`${sms.folder}/${usual}`);
  const file = await fileOf(byConvention, asked, around, person, isAlone ? undefined : fileURLToPath(sms.folder));
  if (typeof file !== 'string') return file;
  try {
    await around.create(new Map([[file, text]]));
  } catch (error) {
    const shown = path.relative(around.cwd, file);
    if (isTaken(error)) return { wrong: `There is already a file "${shown}": nothing was written.` };
    return { wrong: `"${shown}" could not be written: ${whyNotWritten(error)}.` };
  }
  return {
    files: [{ file, open }],
    next: `Next: answer the questions. "sms-evidence check" says what is still missing or does not agree.${isAlone ? NO_MANIFEST : ''}`,
  };
}

const NO_MANIFEST =
  '\nThere is no sms.yaml here or above, which says who you are and by which edition you are audited: begin it with "sms-evidence init".';

async function kindOf(words: string, person: Person | undefined, { knowledge }: Workspace): Promise<Kind | Wrong> {
  const line = ({ kind, title, says }: TemplateEntry) => `${kind}: ${title}, ${says}`;
  const typed =
    words === '' && person
      ? await askText(person, 'What do you want to record, such as sla or supplier contract?', '', () => undefined)
      : words;
  if (isStopped(typed)) return typed;
  const { found, near } = typed === '' ? { found: templates(knowledge), near: [] } : findKind(typed, knowledge);
  const [only] = found;
  if (typed === '' && !person) return { wrong: `new needs to know what:\n${found.map((e) => `  ${line(e)}`).join('\n')}` };
  if (!only) {
    const part = near.length === 0 ? withId(typed, knowledge) : undefined;
    if (part) return { wrong: `new takes what it is to be, and its id behind --id: sms-evidence new ${part.kind} --id ${part.id}` };
    const meant =
      near.length > 0 ? ` Did you mean ${near.map(({ kind }) => kind).join(' or ')}?` : ' "sms-evidence new" alone shows all there are.';
    return { wrong: `There is nothing to record that goes by "${typed}".${meant}` };
  }
  let word: string | typeof STOPPED = only.kind;
  if (found.length > 1) {
    if (!person)
      return { wrong: `"${typed}" may mean several documents; please say which:\n${found.map((e) => `  ${line(e)}`).join('\n')}` };
    const choices = found.map((e) => ({ word: e.kind, shown: `${e.title}, ${e.says}` }));
    word = await askChoice(person, 'Which do you mean?', choices, { usual: '', other: false });
    if (isStopped(word)) return word;
  }
  return knowledge.kinds.get(word) ?? STOPPED;
}

/** A kind, and behind it what was meant as the id. */
function withId(typed: string, knowledge: Workspace['knowledge']): { readonly kind: string; readonly id: string } | undefined {
  const words = typed.split(/\s+/);
  const { found } = findKind(words.slice(0, -1).join(' '), knowledge);
  const id = toId(words.at(-1) ?? '');
  return words.length > 1 && found.length === 1 && found[0] && id !== '' ? { kind: found[0].kind, id } : undefined;
}

type Chosen = ReadonlyMap<string, string>;

async function aboutsOf(
  kind: Kind,
  asked: AskedForNew,
  { err }: Surroundings,
  person: Person | undefined,
  reader: Reader,
): Promise<Chosen | Wrong> {
  const { abouts, title } = toAsk(kind, reader);
  for (const sort of asked.about.keys())
    if (!abouts.some((about) => about.sort === sort)) return { wrong: `A ${title} is about no ${sort}: take out --${sort}.` };
  const chosen = new Map<string, string>();
  for (const about of abouts) {
    const given = asked.about.get(about.sort);
    const typed = given ?? (person && about.known.length > 0 ? await askAbout(about, person) : '');
    if (isStopped(typed)) return typed;
    if (typed === '') continue;
    const called = about.known.find(({ name }) => name.toLowerCase() === typed.trim().toLowerCase());
    const { id, changed, wrong } = checkId(called?.id ?? typed, reader);
    if (wrong !== undefined) return { wrong: `--${about.sort}: ${wrong}` };
    if (changed !== undefined) err.write(`${changed}\n`);
    if (!about.known.some((known) => known.id === id))
      err.write(`There is no ${about.sort.replaceAll('-', ' ')} "${id}" yet.${nearWords(id, about)}\n`);
    chosen.set(about.sort, id);
  }
  return chosen;
}

function nearWords(id: string, { known }: About): string {
  const [near] = nearest(
    id,
    known.map((k) => k.id),
  );
  return near === undefined ? '' : ` Did you mean "${near}"?`;
}

function askAbout({ question, known }: About, person: Person) {
  const choices = known.map(({ id, name }) => ({ word: id, shown: name === id ? id : `${name} (${id})` }));
  const [only] = known.length === 1 ? known : [];
  return askChoice(person, `${question}\n  Type a number, or the id of another one.`, choices, { usual: only?.id ?? '', other: true });
}

async function idOf(
  kind: Kind,
  asked: AskedForNew,
  chosen: Chosen,
  { err }: Surroundings,
  person: Person | undefined,
  reader: Reader,
): Promise<string | Wrong> {
  const { id: question } = toAsk(kind, reader);
  if (question === undefined) return '';
  const usual = likelyId(chosen);
  const wrongOf = (text: string) => checkId(text, reader, kind.kind).wrong;
  const typed = asked.id ?? (person ? await askText(person, question, wrongOf(usual) === undefined ? usual : '', wrongOf) : usual);
  if (isStopped(typed)) return typed;
  if (typed === '') return { wrong: `new ${kind.kind} needs --id: ${question}` };
  const { id, changed, wrong } = checkId(typed, reader, kind.kind);
  if (wrong !== undefined) return { wrong };
  if (changed !== undefined) err.write(`${changed}\n`);
  return id;
}
