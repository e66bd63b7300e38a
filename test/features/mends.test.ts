// Every fix but those for what is missing: real files before and after, under `mends/`, with the titles of all that is offered.
// The first is taken; then its finding is gone, and so is it. Each also in other layouts, where it must do the same.
// `UPDATE=1` writes what is expected anew; read the difference before believing it.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Fix, fixes } from '../../server/features/fixes';
import { root } from '../guards/source';
import { applied, knowledge, locatedIn, smsOf, uriOf } from './sms';

const folder = path.join(root, 'test', 'features', 'mends');
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((e) => e.isDirectory())
  .map(({ name }) => ({ name, before: readFileSync(path.join(folder, name, 'before.yaml'), 'utf8') }));

const OTHERS = {
  'sms.yaml': 'kind: sms\nformat: 1\nedition: 2011\n',
  'mail.service.yaml': 'kind: service\nid: mail\nstatus: planned\nusedBy: customers\n',
  'payroll.service.yaml': 'kind: service\nid: payroll\nstatus: planned\nusedBy: customers\n',
  'office.calendar.yaml': 'kind: calendar\nid: office\n',
  'signed/mail.pdf': '',
};

function look(text: string): { readonly codes: readonly string[]; readonly offered: readonly Fix[] } {
  const sms = smsOf({ ...OTHERS, 'a.yaml': text });
  sms.engine.setFiles(new Set(Object.keys(OTHERS).map(uriOf)));
  sms.engine.settle();
  const file = sms.files.get(uriOf('a.yaml'));
  assert.ok(file);
  const located = locatedIn(sms, 'a.yaml');
  const offered = fixes(file, located, knowledge, sms.reader()).filter((f) => f.finding.finding.missing === undefined);
  return { codes: located.map((l) => l.finding.code), offered };
}

const count = (all: readonly string[], code: string) => all.filter((c) => c === code).length;
const listed = ({ title, preferred, safe, finding }: Fix) =>
  `${finding.finding.code}: ${title}${preferred ? ' (preferred)' : ''}${safe ? ' (safe)' : ''}\n`;

/** The text after the first fix, which has settled its finding, and is not offered again. */
function mended(text: string): string {
  const { codes, offered } = look(text);
  const [fix] = offered;
  assert.ok(fix, 'nothing is offered');
  const after = applied(text, fix.edits);
  const now = look(after);
  const { code } = fix.finding.finding;
  assert.ok(count(now.codes, code) < count(codes, code), `"${fix.title}" leaves ${code}`);
  assert.ok(
    !now.offered.some((f) => f.title === fix.title && f.finding.finding.code === code && f.finding.at.start === fix.finding.at.start),
  );
  return after;
}

/** Layouts that change nothing of what is said; some only where the text before has what they lay out. */
const LAYOUTS: Readonly<Record<string, (text: string, before: string) => string>> = {
  'lines end as on Windows': (text) => text.replaceAll('\n', '\r\n'),
  'no line break at the end': (text) => text.replace(/\n$/, ''),
  'comments and blank lines': (text) => `${text.replace(/^(?=(?:id|status):)/gm, '\n# why: it is so\n')}\n# the end\n`,
  'behind another document': (text) => `kind: calendar\nid: other\n---\n${text}`,
  'before another document': (text) => `${text}---\nkind: calendar\nid: other\n`,
  'indented by four': (text, before) => (/^ *[-–•\t]/m.test(before) || !/^ /m.test(before) ? text : text.replace(/^ +/gm, (s) => s + s)),
  'dashes at the key': (text, before) => (/^ {2}[-–•] /m.test(before) && !/^ {2}-\S/m.test(before) ? text.replace(/^ {2}/gm, '') : text),
};

describe('fixes for what is wrong', () => {
  for (const { name, before } of cases) {
    const file = (what: string) => path.join(folder, name, what);
    const expected = (what: string, text: string) => {
      if (process.env.UPDATE || !existsSync(file(what))) writeFileSync(file(what), text);
      assert.equal(text, readFileSync(file(what), 'utf8'));
    };

    it(name.replaceAll('-', ' '), () => {
      expected('offered.txt', look(before).offered.map(listed).join(''));
      expected('after.yaml', mended(before));
    });

    it(`${name.replaceAll('-', ' ')}: in every layout the same, and nothing else is touched`, () => {
      const after = mended(before);
      for (const [layout, laid] of Object.entries(LAYOUTS)) {
        const end = layout.startsWith('no line break') ? /\n$/ : /^$/;
        assert.equal(mended(laid(before, before)).replace(end, ''), laid(after, before), layout);
      }
    });

    it(`${name.replaceAll('-', ' ')}: one at most is preferred at a place`, () => {
      const places = look(before)
        .offered.filter((f) => f.preferred)
        .map((f) => f.finding.at.start);
      assert.deepEqual(places, [...new Set(places)]);
    });
  }
});

/** Codes whose fixes are tested with others, by the test. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'change-names-unknown-risk': 'word-fixes.test.ts',
  'export-changed': '../workspace/exports.test.ts',
  'export-no-column': '../workspace/exports.test.ts',
  'export-no-field': '../workspace/exports.test.ts',
  'export-separator': '../workspace/exports.test.ts',
  'export-without-hash': '../workspace/exports.test.ts',
  'hours-in-words': 'file-fixes.test.ts',
  'kind-differs-from-name': 'file-fixes.test.ts',
  'missing-content': 'missing-fixes.test.ts',
  'missing-contents': 'missing-fixes.test.ts',
  'missing-field': 'missing-fixes.test.ts',
  'missing-kind': 'missing-fixes.test.ts',
  'no-manifest': 'file-fixes.test.ts',
  'unknown-finding': 'word-fixes.test.ts',
  'unknown-record': 'file-fixes.test.ts',
  'version-not-in-history': '../assess/version-findings.test.ts',
  'versions-overlap': '../assess/version-findings.test.ts',
};

describe('findings and their fixes', () => {
  /** Read when asked for: they may just have been recorded. */
  const offered = () => {
    const lists = cases.map(({ name }) => readFileSync(path.join(folder, name, 'offered.txt'), 'utf8'));
    return new Set(lists.flatMap((list) => [...list.matchAll(/^([a-z-]+): /gm)].map((m) => m[1])));
  };

  for (const [code, { unfixed }] of knowledge.findings) {
    it(`${code}: ${unfixed === undefined ? 'has one' : `has none, because ${unfixed}`}`, () => {
      const isOffered = offered().has(code) || code in ELSEWHERE;
      assert.equal(isOffered, unfixed === undefined);
    });
  }

  it('are tested where they are said to be', () => {
    for (const [code, file] of Object.entries(ELSEWHERE))
      assert.ok(existsSync(path.join(root, 'test', 'features', file)) && !offered().has(code), code);
  });
});
