// A small SMS in memory, to ask the features of: its files by name, judged on a fixed day. Must not know what is asked.
import assert from 'node:assert/strict';
import { type Located, locateAll } from '../../server/assess/located';
import { documentAt, type Question } from '../../server/features/question';
import type { Edit } from '../../server/features/snippet';
import { loadKnowledge } from '../../server/knowledge/knowledge';
import { rules } from '../../server/rules/gathered';
import { Sms } from '../../server/workspace/sms';

export const knowledge = loadKnowledge();
export const TODAY = '2026-11-24';
export const FOLDER = 'file:///sms';

export const uriOf = (name: string): string => `${FOLDER}/${name}`;

/** Files by name; all is read and judged. */
export const smsOf = (files: Readonly<Record<string, string>>): Sms => judgedOn(files, TODAY);

/** The same on another day: YYYY-MM-DD. */
export function judgedOn(files: Readonly<Record<string, string>>, today: string): Sms {
  const sms = new Sms(FOLDER, knowledge, rules, today, ({ rule, error }) => assert.fail(`${rule}: ${error}`));
  sms.setTexts(Object.entries(files).map(([name, text]) => ({ uri: uriOf(name), text })));
  sms.engine.settle();
  return sms;
}

/** What is asked where `|` stands in the file of that name; that sign is no part of its text. */
export function questionAt(name: string, marked: string, others: Readonly<Record<string, string>> = {}): Question {
  const offset = marked.indexOf('|');
  assert.ok(offset >= 0, 'there is no | in the text');
  const sms = smsOf({ ...others, [name]: marked.slice(0, offset) + marked.slice(offset + 1) });
  const file = sms.files.get(uriOf(name));
  assert.ok(file && documentAt(file, offset), 'there is no document');
  return { file, offset, knowledge, reader: sms.reader() };
}

/** The findings of a file as an editor shows them. */
export function locatedIn(sms: Sms, name: string, group = true): Located[] {
  const file = sms.files.get(uriOf(name));
  assert.ok(file, `there is no file ${name}`);
  return locateAll(sms.findings(uriOf(name)), file, sms.files, knowledge, group);
}

/** The text after edits that are all made at once, as editors do. */
export function applied(text: string, edits: readonly Edit[]): string {
  let end = 0;
  for (const edit of edits) {
    assert.ok(edit.start >= end && edit.end >= edit.start && edit.end <= text.length, 'edits overlap or are out of order');
    end = edit.end;
  }
  return [...edits].reverse().reduce((t, e) => t.slice(0, e.start) + e.text + t.slice(e.end), text);
}
