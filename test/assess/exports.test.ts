// Exports as people get them wrong, one fault each: what is said, where, and that nothing follows from it. Each fault is one finding.
import assert from 'node:assert/strict';
import { LineIndex } from '../../server/model/line-index';
import { type Exported, exported, hashOf, OUTAGE_ROWS, OUTAGES, RECORD, TODAY } from '../packs/exported';
import { type Folder, foundIn, smsOf } from '../packs/mending';

async function found(folder: Folder): Promise<string[]> {
  return foundIn(await smsOf(folder, TODAY)).flatMap(({ file, found: all }) => all.map((f) => said(file, folder, f)));
}
const said = (file: string, folder: Folder, { finding, at }: ReturnType<typeof foundIn>[number]['found'][number]) => {
  const { line, character } = new LineIndex(folder.get(file) ?? '').positionAt(at.start);
  return `${file}:${line + 1}:${character + 1} ${finding.severity} ${finding.message} [${finding.code}]`;
};

/** The outages as other text or bytes, by the hash that is theirs. */
function outagesAs(content: string | Uint8Array, record: Exported['record'] = (text) => text): Map<string, string> {
  const folder = new Map(exported({ record: (text) => record(text).replace(/sha256: .*/, `sha256: ${hashOf(content)}`) }));
  return folder.set(OUTAGES, typeof content === 'string' ? content : Buffer.from(content).toString('latin1'));
}
const [HEAD = '', ONE = '', TWO = ''] = OUTAGE_ROWS;
const rows = (...more: string[]) => exported({ outages: [...OUTAGE_ROWS, ...more] });
const heading = (text: string) => [text, ...OUTAGE_ROWS.slice(1)];

const CASES: readonly (readonly [what: string, folder: Folder, ...found: RegExp[]])[] = [
  ['nothing wrong', exported()],
  [
    'an outage that ends before it begins',
    exported({ outages: [HEAD, ONE.replace('11.08.2026 08:10', '11.08.2026 05:10'), TWO] }),
    /^exports.*:2:22 error "end" is 2026-08-11 05:10, which is before "start", 2026-08-11 06:20\. /,
  ],
  [
    'a row of another quarter',
    rows('O-3;06.10.2026 02:00;06.10.2026 03:00;ja;New version;;'),
    /^exports.*:4:5 warning "O-3" is of 2026-10-06, and this record is of 2026-07-01 to 2026-09-30\. /,
  ],
  ['a row that began in the quarter before', rows('O-3;30.06.2026 23:00;01.07.2026 01:00;ja;New version;;')],
  [
    'an id that stands twice',
    rows('O-2;23.08.2026 04:00;23.08.2026 05:00;ja;New version;;'),
    /^exports.*:4:1 error There is another outage "O-2", further up in the same list, .* or take one out if both are the same\. /,
  ],
  ['a row of totals', rows('Summe;2;;2:50;;;'), /^exports.*:4:1 warning Row 4 begins with "Summe", so it looks like a total/],
  ['one without such a word', rows('2 Ausfälle;;;;;;'), /^exports.*:4:1 warning Row 4 has no "Beginn", so it looks like a total/],
  ['a row in which nothing stands', rows(';;;;;;', '  ; ;"";;;;')],
  [
    'a row in which nothing stands that is read',
    exported({ outages: [`${HEAD};Notiz`, `${ONE};`, ';;;;;;;printed on 1 October', `${TWO};`] }),
  ],
  [
    'another separator than is said',
    exported({ record: (text) => text.replace('separator: ";"', 'separator: ","') }),
    /^availability.*:14 error With "," between its columns the export .* has only one\. .* Did you mean ";"\? \[export-separator\]$/,
  ],
  ['no separator said', exported({ record: (text) => text.replace(/ {2}separator: .*\n/, '') })],
  [
    'a title above the headings',
    exported({ outages: ['Ausfälle im dritten Quartal', '', ...OUTAGE_ROWS] }),
    /^availability.* error None of the columns .* They stand in line 3: take out what stands above it\. \[export-no-headings\]$/,
  ],
  [
    'headings in another language',
    exported({ outages: heading('ticket;from;until;agreed;reason;findings;measures') }),
    /What stands there is "ticket", "from", .* and "measures"|What stands there is "ticket", "from"/,
  ],
  ['a heading with other capitals', exported({ outages: heading(HEAD.replace('Nummer', 'NUMMER')) }), /Did you mean "NUMMER"\? /],
  ['a heading without its umlaut', exported({ outages: heading(HEAD.replace('ß', 'ss')) }), /Did you mean "Massnahmen"\? /],
  ['blanks around a heading', exported({ outages: heading(HEAD.replace('Beginn', ' Beginn ')) })],
  [
    'a heading that stands twice',
    exported({ outages: [`${HEAD};Beginn`, `${ONE};`, `${TWO};`] }),
    /warning The export .* has two columns with the heading "Beginn"\. Only the first of them is read\. /,
  ],
  [
    'a field that is named twice',
    exported({ record: (text) => text.replace('    - {field: end,', '    - {field: end, column: Beginn}\n    - {field: end,') }),
    /error "end" stands twice under "columns"\. /,
  ],
  [
    'days in another form than is said',
    exported({ record: (text) => text.replace('dates: DD.MM.YYYY HH:mm', 'dates: MM/DD/YYYY HH:mm') }),
    /error No day in the export .* is written as MM\/DD\/YYYY HH:mm; .* Did you mean "DD\.MM\.YYYY HH:mm"\? \[export-dates\]$/,
  ],
  [
    'days that could be either',
    exported({
      outages: OUTAGE_ROWS.map((row) => row.replaceAll(/\d\d\.\d\d\.2026/g, '03/04/2026')),
      record: (text) => text.replace(/ {2}dates: .*\n/, ''),
    }),
    /Write "dates: DD\/MM\/YYYY HH:mm" or "dates: MM\/DD\/YYYY HH:mm" below "export"\. \[export-dates\]$/,
  ],
  ['lines that end as on old Macs', outagesAs(OUTAGE_ROWS.join('\r'))],
  ['a mark at the start', outagesAs(`\uFEFF${OUTAGE_ROWS.join('\n')}`)],
];

describe('an export with', () => {
  for (const [what, folder, ...wanted] of CASES) {
    it(what, async () => {
      const all = await found(folder);
      assert.equal(all.length, wanted.length, all.join('\n'));
      for (const [i, words] of wanted.entries()) assert.match(all[i] ?? '', words);
    });
  }

  it('a row that can’t be read is not reckoned with as if it were none', async () => {
    const broken = await found(exported({ outages: [HEAD, ONE.replace(';nein', ''), TWO] }));
    assert.deepEqual(
      broken.map((f) => f.replace(/.*\[/, '[')),
      ['[export-row-width]'],
      broken.join('\n'),
    );
    const without = await found(exported({ outages: [HEAD, TWO] }));
    assert.ok(
      without.some((f) => f.startsWith(RECORD) && f.includes('[reported-value-differs]')),
      without.join('\n'),
    );
  });
});
