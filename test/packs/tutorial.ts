// Follows the tutorial to the letter: reads its steps from Markdown, runs its commands, and types its answers into files as an
// editor does, with the product's own completion and fixes. Must not know what the answers are, nor any kind by name.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { complete } from '../../server/features/complete';
import { fixes } from '../../server/features/fixes';
import { createFiles } from '../../server/host/disk';
import { Sms } from '../../server/workspace/sms';
import { runIn } from '../cli/running';
import { applied, FOLDER, knowledge, locatedIn, smsOf, TODAY, uriOf } from '../features/sms';

export type Step =
  /** The words behind "sms-evidence". */
  | { readonly does: 'command'; readonly argv: readonly string[] }
  /** A text that is pasted into a new file. */
  | { readonly does: 'write'; readonly file: string; readonly text: string }
  /** The file that what follows is typed into. */
  | { readonly does: 'open'; readonly file: string }
  | { readonly does: 'type'; readonly asked: string; readonly answer: string };

const HEADING = /^#{2,4} .*?`([^`]+\.yaml)`/;
const ROW = /^\| (.+?) \| (.+?) \|$/;

/** The steps of a tutorial in their order: shell and YAML blocks, headings with a file's name, and rows of tables. */
export function stepsIn(markdown: string): Step[] {
  const steps: Step[] = [];
  let block: { readonly language: string; readonly lines: string[] } | undefined;
  let file = '';
  for (const line of markdown.split('\n')) {
    if (block && line === '```') {
      if (block.language === 'sh') steps.push(...block.lines.map((text): Step => ({ does: 'command', argv: wordsOf(text).slice(1) })));
      else steps.push({ does: 'write', file, text: `${block.lines.join('\n')}\n` });
      block = undefined;
    } else if (block) block.lines.push(line);
    else if (line.startsWith('```')) block = { language: line.slice(3), lines: [] };
    else {
      const [, heading] = HEADING.exec(line) ?? [];
      if (heading !== undefined) {
        file = heading;
        steps.push({ does: 'open', file });
      }
      const [, asked, answer] = ROW.exec(line) ?? [];
      if (asked !== undefined && answer !== undefined && !/^(-+|It asks)$/.test(asked)) steps.push({ does: 'type', asked, answer });
    }
  }
  return steps;
}

/** The words of a command, those in quotes as one. */
const wordsOf = (line: string): string[] => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

/** Does all steps in a folder. Throws at the first that can't be done as it is written. */
export async function follow(steps: readonly Step[], folder: string): Promise<void> {
  let file = '';
  let at = 0;
  for (const step of steps) {
    if (step.does === 'command') {
      const { exit, err } = await runIn(folder, step.argv, { create: createFiles });
      assert.equal(`${exit} ${err}`, '0 ', step.argv.join(' '));
    } else if (step.does === 'write') writeFileSync(path.join(folder, step.file), step.text, { flag: 'wx' });
    else if (step.does === 'open') {
      file = step.file;
      at = 0;
    } else {
      const place = path.join(folder, file);
      const typed = type(step, readFileSync(place, 'utf8'), at, { folder, file });
      writeFileSync(place, typed.text);
      at = typed.at;
    }
  }
}

interface Typed {
  readonly text: string;
  /** Where the cursor is then: what is asked next stands behind it. */
  readonly at: number;
}

interface Where {
  readonly folder: string;
  readonly file: string;
}

const ENTER = ' ⏎ ';

function type({ asked, answer }: Step & { does: 'type' }, text: string, at: number, where: Where): Typed {
  const [, action = ''] = /^\*(.+)\*$/.exec(answer) ?? [];
  const typed = answer.replace(/^`(.*)`$/, '$1');
  const failed = (why: string) => assert.fail(`${where.file}: ${asked} | ${answer}: ${why}`);
  if (asked === '*at the end*') return { text: `${text}${typed.split(ENTER).join('\n')}\n`, at };
  if (action === 'the fix') return fixed(asked, text, where);
  if (asked.endsWith('?')) {
    const question = `<${asked}>`;
    const start = text.indexOf(question, at);
    if (start < 0) return failed('it is not asked any more');
    if (action === 'take out') return withoutField(text, start);
    if (action !== '') return failed('there is nothing of the kind to do');
    const lines = typed.split(ENTER).join(`\n${indentAt(text, start)}`);
    return { text: text.slice(0, start) + lines + text.slice(start + question.length), at: start + lines.length };
  }
  const [, field = '', isLast] = /^`(.*)`(, at the end)?$/.exec(asked) ?? [];
  if (action === 'one more') return oneMore(field, text, at, where);
  if (action === 'add') return added(field, text, isLast === undefined ? at : text.length, where);
  const start = text.slice(at).search(new RegExp(`(?<=^ *(?:- )?)${field}:`, 'm'));
  if (start < 0) return failed('there is no such field any more');
  const key = at + start;
  if (action === 'take out') return withoutField(text, key);
  // A whole value gives way, with what is said behind it; a word alone leaves that.
  const behind = key + field.length + 1;
  const end = endOfField(text, key);
  const word = /^ ([^\s#<]+)(?= #|\n)/.exec(text.slice(behind))?.[1];
  const rest = word === undefined ? '\n' : text.slice(behind + 1 + word.length, end);
  const written = `${text.slice(0, behind)} ${typed}${rest}`;
  return { text: written + text.slice(end), at: written.length };
}

const lineOf = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** Where fields of the same group, or items of the same list, begin. */
function indentAt(text: string, at: number): string {
  const before = text.slice(lineOf(text, at), at);
  const [indent = '', dash = ''] = /^ *(- (?=\S))?/.exec(before) ?? [];
  return dash === undefined ? indent : ' '.repeat(indent.length);
}

/** Behind the last line of a field, from the place of its key. */
function endOfField(text: string, key: number): number {
  const column = key - lineOf(text, key);
  let end = text.indexOf('\n', key) + 1;
  for (;;) {
    const line = /^( *)[^\n]*\n/.exec(text.slice(end));
    if (!line || line[1] === undefined || line[1].length <= column || line[0].trim() === '') return end;
    end += line[0].length;
  }
}

/** Without the field that stands there, or whose question does. */
function withoutField(text: string, at: number): Typed {
  const line = lineOf(text, at);
  const [, indent = '', dash = ''] = /^( *)(- )?/.exec(text.slice(line)) ?? [];
  const end = endOfField(text, line + indent.length + dash.length);
  // Where it began an item, the next field begins it.
  const rest = dash === '' ? text.slice(end) : `${indent}- ${text.slice(end).trimStart()}`;
  return { text: text.slice(0, line) + rest, at: line };
}

/** One more entry behind the last one of the list above the cursor: what the editor offers on a new line there. */
function oneMore(field: string, text: string, at: number, where: Where): Typed {
  const keys = [...text.slice(0, at).matchAll(new RegExp(`(?<=^ *(?:- )?)${field}:`, 'gm'))];
  const key = keys.at(-1)?.index ?? assert.fail(`${where.file}: there is no list ${field}`);
  const end = endOfField(text, key);
  const first = /^( *)- /m.exec(text.slice(key, end))?.[1] ?? assert.fail(`${where.file}: ${field} has no entry yet`);
  const open = `${text.slice(0, end)}${first}\n${text.slice(end)}`;
  return { text: offered(open, end + first.length, (label) => label.startsWith('- '), where), at: end };
}

/** A field that the template hadn't: chosen from what the editor offers, on a new line behind the one the cursor is in. */
function added(field: string, text: string, at: number, where: Where): Typed {
  const line = lineOf(text, at);
  const indent = indentAt(text, line + (/^ *(?:- )?/.exec(text.slice(line))?.[0].length ?? 0));
  const end = text.indexOf('\n', at) + 1 || text.length;
  const open = `${text.slice(0, end)}${indent}\n${text.slice(end)}`;
  return { text: offered(open, end + indent.length, (label) => label === field, where), at: end - 1 };
}

/** The text after the first completion of that label is taken. */
function offered(text: string, offset: number, isMeant: (label: string) => boolean, { folder, file: name }: Where): string {
  // What is offered depends on what is written, not on what is found in it.
  const sms = new Sms(FOLDER, knowledge, [], TODAY, ({ rule, error }) => assert.fail(`${rule}: ${error}`));
  sms.setTexts(Object.entries({ ...textsIn(folder), [name]: text }).map(([file, now]) => ({ uri: uriOf(file), text: now })));
  const file = sms.files.get(uriOf(name)) ?? assert.fail(name);
  const items = complete({ file, offset, knowledge, reader: sms.reader() });
  const item = items.find(({ label }) => isMeant(label));
  assert.ok(item, `${name}: that is not offered, but ${items.map(({ label }) => label).join(', ')}`);
  return applied(text, [item.edit]);
}

/** The fix whose title begins like that, on whatever it is offered. */
function fixed(title: string, text: string, { folder, file: name }: Where): Typed {
  const sms = smsOf(textsIn(folder));
  const file = sms.files.get(uriOf(name)) ?? assert.fail(name);
  const all = fixes(file, locatedIn(sms, name), knowledge, sms.reader());
  const fix = all.find((f) => f.title.startsWith(title.replace(/…$/, '')));
  assert.ok(fix, `${name}: no fix "${title}", but ${all.map((f) => f.title).join(', ')}`);
  return { text: applied(text, fix.edits), at: 0 };
}

/** The YAML files of a folder, by name. */
export const textsIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  );
