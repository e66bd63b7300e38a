// That everything with an id has a page that says all there is to say, and that messages' places are explained.
import assert from 'node:assert/strict';
import { loadKnowledge } from '../../server/knowledge/knowledge';
import { pathOf } from '../../server/reports/page';
import { placesIn } from '../../server/reports/page-words';
import { pages } from '../../server/reports/pages';
import { plain } from '../../server/reports/plain';
import { rules } from '../../server/rules/gathered';
import { fill } from '../../server/rules/rule';

const knowledge = loadKnowledge();
const all = pages(knowledge, rules);

describe('reference pages', () => {
  it('are there for every process, demand, kind, finding and term, each at a place of its own', () => {
    const { processes, demands, kinds, findings, glossary } = knowledge;
    const lacks = demands.flatMap((d) => [d.lacks, d.overdue].flatMap((lack) => lack?.id ?? []));
    const count = (sort: string) => all.all.filter((page) => page.sort === sort).length;
    assert.equal(count('clauses'), processes.length);
    assert.equal(count('demands'), demands.length);
    assert.equal(count('kinds'), kinds.size);
    assert.equal(count('terms'), glossary.length);
    assert.equal(count('findings'), new Set([...findings.keys(), ...lacks, ...rules.map((r) => r.id)]).size);
    // File systems that don't tell large letters from small ones are to hold them, too.
    const paths = all.all.map((page) => pathOf(page).toLowerCase());
    assert.deepEqual(
      paths.filter((path, i) => paths.indexOf(path) !== i),
      [],
    );
    for (const path of paths) assert.match(path, /^[a-z]+\/[a-z0-9.-]+$/);
  });

  it('can each be asked for by what stands in the editor behind a finding', () => {
    for (const id of [...knowledge.demands.map((d) => d.id), ...rules.map((r) => r.id), ...knowledge.findings.keys()]) {
      const found = all.find(id);
      assert.ok(
        found.some((page) => page.sort === 'demands' || page.sort === 'findings'),
        id,
      );
    }
  });

  it('say of each field what the schema says, and of each demand all its words', () => {
    const words = (page: (typeof all.all)[number]) => plain(all.body(page), { ink: (_, t) => t, width: Number.POSITIVE_INFINITY });
    for (const page of all.all.filter((p) => p.sort === 'kinds')) {
      const text = words(page);
      for (const [name, { description = '' }] of knowledge.kinds.get(page.id)?.schema.properties ?? []) {
        assert.ok(text.includes(`- ${name}`), `${page.id}: ${name}`);
        assert.ok(text.includes(description.replaceAll('`', '')), `${page.id}: ${description}`);
      }
    }
    for (const page of all.all.filter((p) => p.sort === 'demands')) {
      const demand = knowledge.demands.find((d) => d.id === page.id);
      const text = words(page);
      for (const said of [demand?.demand, demand?.why, demand?.auditor, demand?.nonconformity])
        assert.ok(said && text.includes(said), `${page.id}: ${said}`);
    }
  });

  it('explain each place in the words of findings', () => {
    const worded = [...knowledge.findings.values()].flatMap((f) => [f.says, f.do]);
    const lacks = knowledge.demands.flatMap((d) => [d.lacks, d.overdue].flatMap((l) => [l?.says, l?.never, l?.do, l?.because]));
    const places = placesIn([...worded, ...lacks]);
    assert.ok(places.length > 10);
    assert.deepEqual(
      places.filter((name) => !knowledge.messagePlaces.has(name)),
      [],
    );
    const used = new Set(places);
    assert.deepEqual(
      [...knowledge.messagePlaces.keys()].filter((name) => !used.has(name)),
      [],
      'nobody says these',
    );
  });

  it('show an example of each check, with all its places filled', () => {
    for (const { id, example = {}, says, do: advice, because, works = '', fix = '' } of rules) {
      for (const words of [says, advice, because, works, fix]) assert.deepEqual(placesIn([fill(words, example)]), [], id);
      assert.deepEqual(
        Object.keys(example).filter((name) => !placesIn([says, advice, because, works, fix]).includes(name)),
        [],
        id,
      );
    }
  });
});

describe('plain text of a page', () => {
  const look = { ink: (_: unknown, text: string) => text, width: 30 };

  it('has no marks, and hangs from its dashes', () => {
    assert.equal(
      plain(
        '## Head\n\nOne *two* `a[]` and [more words](../a/b.md).\n\n- **`x`** (text)\\\n  a line that is long enough to break\n  - \\*kept\\* \\[so\\]\n',
        look,
      ),
      'Head\n\nOne two a[] and more words.\n\n- x (text)\n  a line that is long enough to\n  break\n  - *kept* [so]\n',
    );
  });

  it('keeps code as it is', () => {
    assert.equal(plain('```yaml\na: *b  # `c`\n\n- d\n```\n', look), '    a: *b  # `c`\n\n    - d\n');
  });
});
