// That what a rule offers settles its finding, or asks for what will, and touches nothing else: over the fixtures of all rules.
import assert from 'node:assert/strict';
import { locateAll } from '../../server/assess/located';
import type { Fix } from '../../server/features/fix';
import { fixes } from '../../server/features/fixes';
import { rules } from '../../server/rules/gathered';
import { readCases } from '../rules/fixture';
import { applied, judgedOn, knowledge, uriOf } from './sms';

type Texts = ReadonlyMap<string, string>;

const cases = readCases().filter((c) => rules.some((r) => r.id === c.rule && r.fix !== undefined) && !c.isSilent);

/** What the rule's findings offer, with the file. */
function offered(texts: Texts, today: string, code: string): readonly (readonly [string, Fix])[] {
  const sms = judgedOn(Object.fromEntries(texts), today);
  return [...texts.keys()].flatMap((name) => {
    const file = sms.files.get(uriOf(name));
    const located = file ? locateAll(sms.findings(file.uri), file, sms.files, knowledge, true) : [];
    const own = located.filter((l) => l.finding.code === code);
    const all = file ? fixes(file, own, knowledge, sms.reader(), sms.files) : [];
    const here = all.filter(({ files = [] }) => files.every((f) => f.is === 'edit'));
    return here.map((fix): readonly [string, Fix] => [name, fix]);
  });
}

const codes = (texts: Texts, today: string) => {
  const sms = judgedOn(Object.fromEntries(texts), today);
  return [...texts.keys()].flatMap((name) => sms.findings(uriOf(name)).map((f) => f.code)).sort();
};

describe('what rules offer to do', () => {
  for (const { rule, name, pack } of cases) {
    it(`${rule}: ${name}`, () => {
      const texts: Texts = new Map([...pack.files].map(([file, { text }]) => [file, text]));
      const before = codes(texts, pack.today);
      const all = offered(texts, pack.today, rule);
      for (const [file, fix] of all) {
        const away = (fix.files ?? []).flatMap((f) => (f.is === 'edit' ? [[nameOf(f.uri), f.edits] as const] : []));
        const changes = [...(fix.edits.length > 0 ? [[file, fix.edits] as const] : []), ...away];
        assert.ok(changes.length > 0 && away.every(([other]) => other !== file), fix.title);
        const after = new Map([...texts, ...changes.map(([name, edits]) => [name, applied(texts.get(name) ?? '', edits)] as const)]);
        const asks = changes.some(([, edits]) => edits.some((e) => e.snippet !== undefined));
        const now = codes(after, pack.today);
        if (asks) assert.deepEqual([...new Set(now.filter((c) => !before.includes(c)))], ['unanswered'], fix.title);
        else assert.ok(count(now, rule) < count(before, rule), `"${fix.title}" settles nothing`);
        assert.deepEqual(
          now.filter((c) => !before.includes(c) && c !== 'unanswered'),
          [],
          fix.title,
        );
        assert.ok(
          !offered(after, pack.today, rule).some(([f, { title }]) => f === file && title === fix.title),
          `"${fix.title}" is offered again`,
        );
      }
    });
  }

  it('asks for no target that is known', () => {
    const weaker = cases.filter((c) => c.rule === 'contract-weaker-than-sla');
    const all = weaker.flatMap(({ pack }) =>
      offered(new Map([...pack.files].map(([file, { text }]) => [file, text])), pack.today, 'contract-weaker-than-sla'),
    );
    const written = all.flatMap(([, fix]) => fix.edits.map((e) => e.text)).filter((text) => text.includes('treatment:'));
    assert.ok(written.length > 0);
    for (const text of written) assert.match(text, /target: [A-Za-z0-9-]+[,\s][\s\S]*treatment: "?</);
  });

  it('is offered somewhere by each rule that has words for it', () => {
    const silent = rules.filter((r) => r.fix !== undefined && !cases.some((c) => c.rule === r.id && offers(c)));
    assert.deepEqual(
      silent.map((r) => r.id),
      [],
    );
  });
});

function offers({ rule, pack }: (typeof cases)[number]): boolean {
  return offered(new Map([...pack.files].map(([file, { text }]) => [file, text])), pack.today, rule).length > 0;
}

const nameOf = (uri: string) => decodeURIComponent(uri.slice(uriOf('').length));

const count = (all: readonly string[], code: string) => all.filter((c) => c === code).length;
