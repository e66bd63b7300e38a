// Finding one's way where rows come from another tool: ids are found there, and never rewritten.
import assert from 'node:assert/strict';
import { fileLinks } from '../../server/features/file-links';
import { references } from '../../server/features/find';
import type { Question } from '../../server/features/question';
import { rename } from '../../server/features/rename';
import { exported, OUTAGES, RECORD, TODAY } from '../packs/exported';
import { type Folder, knowledge, smsOf } from '../packs/mending';

const CATALOGUE = 'services.service-catalogue.yaml';

async function ask(folder: Folder, file: string, word: string) {
  const sms = await smsOf(folder, TODAY);
  const read = [...sms.files.values()].find((f) => f.uri.endsWith(`/${file}`)) ?? assert.fail(file);
  const question: Question = { file: read, offset: read.read.text.indexOf(word) + 1, knowledge, reader: sms.reader() };
  return { sms, read, question };
}

/** The service stands in a column, in place of once for all rows. */
const inColumn = exported({
  outages: ['id;service;start;planned', 'O-2;booking;23.08.2026 02:00;true', 'O-3;booking;24.08.2026 02:00;true'],
  record: (text) => text.replace(/^ {2}columns:\n(?: {4}.*\n)+/m, ''),
});

describe('exports', () => {
  it('are opened from their name', async () => {
    const { read } = await ask(exported(), RECORD, 'export');
    const text = read.read.text;
    assert.ok(fileLinks(read).some(({ start, end, target }) => text.slice(start, end) === OUTAGES && target.endsWith(`/${OUTAGES}`)));
  });

  it('show where an id is used in a row', async () => {
    const { sms, question } = await ask(inColumn, CATALOGUE, 'booking\n');
    const there = references(question, sms.files, false).filter((s) => s.uri.endsWith(`/${OUTAGES}`));
    const text = inColumn.get(OUTAGES) ?? '';
    assert.deepEqual(
      there.map((s) => text.slice(s.start, s.end)),
      ['booking', 'booking'],
    );
  });

  it('are never rewritten, while what is written once for all rows is', async () => {
    const { sms, question } = await ask(inColumn, CATALOGUE, 'booking\n');
    const refused = rename(question, 'tickets', sms.files);
    assert.match('refused' in refused ? refused.refused : '', /also stands in "outages-2026-q3\.csv", which another tool wrote/);
    const once = await ask(exported(), CATALOGUE, 'booking\n');
    const edits = rename(once.question, 'tickets', once.sms.files);
    assert.ok(!('refused' in edits));
    assert.equal(edits.filter((e) => e.uri.endsWith(`/${RECORD}`)).length, 2);
  });
});
