// Every case below test/rules: all that is found in it against all its markers, and nothing once it is mended.
// UPDATE=1 writes what is found into the files; read the difference before you keep it.
import assert from 'node:assert/strict';
import { loadKnowledge } from '../../server/knowledge/knowledge';
import { rules } from '../../server/rules/gathered';
import { type Case, type Pack, readBase, readCases, record } from './fixture';
import { findIn } from './found';
import { inOrder, inWordsOf, type Mark } from './markers';

const knowledge = loadKnowledge();
const cases = readCases();

function check(one: Case): void {
  const found = findIn(one.pack, knowledge, rules);
  const marks = [...found.marks].map(([file, of]): Marks => [file, inWordsOf(one.pack.files.get(file)?.marks ?? [], of)]);
  const cannotTell = found.cannotTell.flatMap(({ demand, words }) => (demandsOf(one.rule).has(demand) ? [words] : [])).sort();
  const codes = marks.flatMap(([, of]) => of.filter((m) => m.as !== 'because').map((m) => m.code));
  if (one.isSilent) assert.deepEqual(codes, []);
  else assert.ok(codes.includes(one.rule), `${one.rule} isn't found`);
  if (process.env.UPDATE) {
    const short = marks.map(([file, of]): Marks => [file, of.map((m) => ({ ...m, words: sentence(m.words) }))]);
    record(one, new Map(short), cannotTell);
  } else {
    const written = [...one.pack.files].map(([file, { marks: of }]): Marks => [file, inOrder(of)]);
    assert.deepEqual(shown(marks), shown(written));
    assert.deepEqual(cannotTell, one.cannotTell);
  }
}

/** The demands that a rule, or the words for what is lacking, speaks for. */
function demandsOf(id: string): ReadonlySet<string> {
  const worded = knowledge.demands.filter((d) => d.lacks?.id === id || d.overdue?.id === id).map((d) => d.id);
  return new Set([...worded, ...(rules.find((rule) => rule.id === id)?.demands ?? [])]);
}

/** The markers of a file. */
type Marks = readonly [file: string, marks: readonly Mark[]];

/** The first sentence of a message says what is wrong; the next what to do. */
const sentence = (message: string) => /^.+?\.(?= [A-Z]|$)/.exec(message)?.[0] ?? message;

const shown = (marks: readonly Marks[]): readonly string[] =>
  marks.flatMap(([file, of]) =>
    of.map(
      ({ start, end, as, code, words }) =>
        `${file}:${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1} ${as} ${code}: ${words}`,
    ),
  );

const everything = (pack: Pack) => shown([...findIn(pack, knowledge, rules).marks]);

describe('rules', () => {
  for (const one of cases) {
    it(`${one.rule}: ${one.name}`, () => check(one));
    const { fixed } = one;
    if (fixed) it(`${one.rule}: ${one.name}, mended`, () => assert.deepEqual(everything(fixed), []));
  }
});

describe('the base of all cases', () => {
  for (const edition of ['2011', '2018']) {
    it(`is silent by the edition of ${edition}`, () => {
      const { files, today } = readBase();
      const text = files.get('sms.yaml')?.text.replace(/^edition: .*$/m, `edition: "${edition}"`) ?? '';
      assert.match(text, new RegExp(`^edition: "${edition}"$`, 'm'));
      assert.deepEqual(everything({ files: new Map([...files, ['sms.yaml', { text, marks: [] }]]), today }), []);
    });
  }
});

describe('fixtures of rules', () => {
  const worded = knowledge.demands.flatMap((d) =>
    [d.lacks, d.overdue].flatMap((w) => (w ? [`${folderOf(d.process.clause)}/${w.id}`] : [])),
  );
  const expected = [...new Set([...rules.map((r) => `${r.process}/${r.id}`), ...worded])].sort();
  const folder = (c: Case) => `${c.process}/${c.rule}`;

  it('are there for each rule, and for nothing else', () => {
    assert.deepEqual([...new Set(cases.map(folder))].sort(), expected);
  });

  for (const rule of expected) {
    const of = cases.filter((c) => folder(c) === rule);
    it(`show how ${rule} is mended, and where it keeps still`, () => {
      assert.ok(
        of.some((c) => !c.isSilent && c.fixed),
        'no case that fails and has fixed/',
      );
      assert.ok(
        of.some((c) => c.isSilent),
        'no case that begins with silent-',
      );
    });
  }
});

/** The folder of a process, as that of its kinds. */
function folderOf(clause: string): string {
  return [...knowledge.kinds.values()].find((kind) => kind.folder.startsWith(`${clause}-`))?.folder ?? clause;
}
