// Each thing the library can object to, in the words and at the place an author gets.
import assert from 'node:assert/strict';
import { readText } from '../../server/model/read';
import { dataOf, faultsOf } from './absolute';

/** The faults of a text as `"what is marked" words`. */
const told = (text: string) =>
  faultsOf(readText(text)).map((f) => `${JSON.stringify(text.slice(f.start, f.end))} ${f.values.says ?? f.id}`);

const bracket = '"[" This bracket is never closed.';
const CASES: readonly (readonly [text: string, fault: string])[] = [
  ['a: "x\nb: 1\n', '"\\"" open-quote'],
  ["a:\n  b: 'x\n  c: 1\n", '"\'" open-quote'],
  ['a:\n  - b: "x\n    c: "y"\n', '"\\"" open-quote'],
  ['a: "x" y\n', '"y" Something stands behind the closing quote. Is a quote or a comma missing?'],
  ['a: [x] y\n', '"y" Something stands behind the closing bracket. Is a quote or a comma missing?'],
  ['a: [x\nb: 1\n', bracket],
  ['a: [1\n  b: 2\n', bracket],
  ['[a\n', bracket],
  ['a:\n  - {id: x\n  - {id: y}\n', '"{" This bracket is not closed before the next entry begins.'],
  ['a: [x]]\n', '"]" This bracket was never opened.'],
  ['a: }\n', '"}" This bracket was never opened.'],
  ['a: {b: 1 c: 2}\n', '"1 c: 2" missing-comma'],
  ['a: {"b" "c"}\n', '"\\"" missing-comma'],
  ['a: ["b" "c"]\n', '"\\"" missing-comma'],
  ['a: [x,, y]\n', '"," There is a comma too many.'],
  ['a: [\n  - x\n  ]\n', '"- x\\n" Inside brackets, commas stand between the entries, and no dashes before them.'],
  ['a: {b: &n 1, *n :2}\n', '":2" no-space-after-colon'],
  ['a:\n  b:1\n  c: 2\n', '"b:1" no-space-after-colon'],
  ['a: 1\nb:2\n', '"b:2" no-space-after-colon'],
  ['a:\n  - x\n  -y\n', '"-y" no-space-after-dash'],
  ['a:\n  - x\n  y: 1\n', '"y: 1" A dash is missing at the start of this line.'],
  ['a:\n  b: 1\n   c: 2\n', '"c: 2" This line is indented more than its neighbours.'],
  ['a:\n  b: 1\n c: 2\n', '"c: 2" This line is indented less than its neighbours.'],
  ['a:\n  - x\n - y\n', '"- y" This line is indented less than its neighbours.'],
  ['a: |\n  x\n y\n', '"y" This line is indented less than its neighbours.'],
  ['a: |\n   \n  x\n', '"x" The blank lines before this text are indented more than the text.'],
  ['a:\n\tb: 1\n', '"\\t" tab-indent'],
  ['a:\n  b: 1\n\tc: 2\n', '"\\t" tab-indent'],
  ['a:\n  b: |\n\tc\n', '"\\t" tab-indent'],
  ['\ta: 1\n', '"\\t" tab-indent'],
  ['a:\n  b: 1\n  ser\n', '"ser" key-without-colon'],
  ['a:\n  ser\n  b: 1\n', '"ser" key-without-colon'],
  ['a: b: c\n', '"b: c" second-colon'],
  ['a: - x\n', '"-" A list must begin on the line below its key. If this is text, put it in quotes.'],
  ['a: @x\n', '"@" needs-quotes'],
  ['a: %\n', '"%" needs-quotes'],
  ['a: >= 5\n', '">= 5" needs-quotes'],
  ['a: | x\n', '"| x" needs-quotes'],
  ['a: !x y\n', '"!x" needs-quotes'],
  ['a: !x [y]\n', '"!x" needs-quotes'],
  ['a: * x\n', '"*" needs-quotes'],
  ['a: & x\n', '"&" needs-quotes'],
  ['a: ? b\n', '"?" needs-quotes'],
  ['a: "C:\\d"\n', '"\\\\" Between double quotes a backslash has a meaning of its own. Write two of them, or use single quotes.'],
  ['a: "x"#y\n', '"#y" A space is missing before the "#" that begins a comment.'],
  ['a: *x\n', '"*x" unknown-alias'],
  ['a: &x [*x]\n', '"*x" This value is part of what it points to.'],
  ['a: &x 1\nb: &y *x\n', '"*x" Nothing may stand between the colon and a "*" that points to another value.'],
  ['a: &x &y 1\n', '"&y" Only one name ("&") may stand before a value.'],
  ['a: !!str !!int 1\n', '"!!int" Only one type ("!") may stand before a value.'],
  ['&x - a\n', '"&x" A list must begin on the line below its name ("&") or type ("!").'],
  ['a: !|\n  x\n', '"|" A space is missing behind the name ("&") or the type ("!").'],
  ['&t ? b\n: 2\n', '"?" A name ("&") or a type ("!") must stand behind the dash or the colon.'],
  ['%YAML\n---\na: 1\n', '"%YAML" A line that begins with "%" is an instruction to YAML, and this is none that it knows.'],
  ['%YAML 1.2\na: 1\n', '"a" A line "---" is missing below the line that begins with "%".'],
  ['--- a: 1\n', '"a" What stands here must begin on the line below "---".'],
  ['a: 1\n... x\n', '"x" Nothing but a comment may stand behind "...".'],
  [`${'k'.repeat(1050)}: 1\n`, `"${'k'.repeat(1050)}" A key may have at most 1,024 characters.`],
];

describe('faults in an author’s words', () => {
  for (const [text, fault] of CASES) {
    it(JSON.stringify(text).slice(0, 60), () => assert.deepEqual(told(text), [fault]));
  }

  it('carry no word of the library', () => {
    const jargon = /token|scalar|mapping|sequence|flow|implicit|indicator|node|alias|anchor|plain|compact/i;
    for (const [, fault] of CASES) assert.doesNotMatch(fault.replace('unknown-alias', ''), jargon);
  });

  it('of a half-typed line below a key leave the next key its value', () => {
    assert.deepEqual(dataOf('a:\n  - id: x\n    ser\n    target: 5\n'), { a: [{ id: 'x', target: 5 }] });
  });
});

describe('double keys', () => {
  it('are told on the second, wherever they stand', () => {
    const text = 'kind: sla\nid: x\nkind: sla\nparties: {customer: hr, "customer": it}\nlist:\n  - {a: 1}\n  - a: 1\n    a: 2\n';
    const faults = faultsOf(readText(text));
    assert.deepEqual(
      faults.map((f) => [f.id, f.values.key, text.slice(f.start, f.end), f.start]),
      [
        ['duplicate-key', 'kind', 'kind', 16],
        ['duplicate-key', 'customer', '"customer"', text.indexOf('"customer"')],
        ['duplicate-key', 'a', 'a', text.lastIndexOf('a:')],
      ],
    );
    assert.ok(readText(text).documents[0]?.fields.every((f) => !f.broken));
  });

  it('in a document of one block are told the same', () => {
    assert.deepEqual(told('{a: 1, b: {c: 1, c: 2}, a: 2}\n'), ['"c" duplicate-key', '"a" duplicate-key']);
  });

  it('are known by names that objects have anyway', () => {
    const text = '__proto__: {x: 1}\nconstructor: 1\ntoString:\n  __proto__: 2\nhasOwnProperty: 3\n';
    assert.deepEqual(told(text), []);
    assert.deepEqual(
      readText(text).documents[0]?.fields.map((f) => f.key),
      ['__proto__', 'constructor', 'toString', 'hasOwnProperty'],
    );
    assert.equal(({} as Record<string, unknown>).x, undefined);
  });
});
