// That every schema keeps the dialect, and that its examples are valid.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { formats } from '../../server/knowledge/formats';
import { readGathered } from '../../server/knowledge/gathered/data';
import type { RawSchema } from '../../server/knowledge/types';
import { annotationFaults, type Vocabularies } from './annotations';
import { dialectFaults } from './dialect';
import { exampleFaults } from './examples';
import { halvedFaults } from './halved';
import { readFindings, readSchemas, type Schemas } from './schemas';
import { readSources, root } from './source';

const readme = readFileSync(path.join(root, 'schemas/README.md'), 'utf8');
/** The x- words that the README's table explains. */
const words = [...new Set([...readme.matchAll(/^\| `(x-[a-z-]+)/gm)].map((m) => m[1] ?? ''))];
const findings = Object.keys(readFindings());
const vocabularies: Vocabularies = new Map(
  readGathered()
    .clauses.flatMap(({ populations }) => Object.values(populations ?? {}))
    .flatMap((population) => (population.enum ? [[population.of, population.enum]] : [])),
);
const faults = (schemas: Schemas) => [
  ...dialectFaults(schemas, words),
  ...annotationFaults(schemas, findings, new Map([['colour', ['red', 'blue']]])),
  ...exampleFaults(schemas, words),
];

describe('dialect of schemas', () => {
  const schemas = readSchemas();

  it('has schemas and words to look at', () => {
    assert.ok(schemas['common/sms.schema.yaml'] && schemas['common/target.yaml']);
    assert.ok(words.includes('x-refers') && words.includes('x-covers'));
    assert.ok(vocabularies.size > 0);
  });

  it('is kept by every schema', () => {
    assert.deepEqual(dialectFaults(schemas, words), []);
  });

  it('is kept by every x- word', () => {
    assert.deepEqual(annotationFaults(schemas, findings, vocabularies), []);
  });

  it('is kept by examples, which are valid where they are shown', () => {
    assert.deepEqual(exampleFaults(schemas, words), []);
  });

  it('has no example that a comma cut in two', () => {
    assert.deepEqual(halvedFaults(readSources('schemas', '.yaml')), []);
    const cut = halvedFaults(new Map([['a.yaml', 'examples: [Mail, calendar and address book, "on paper, too"]']]));
    assert.match(cut.join(), /^a\.yaml: is "calendar and address book" an example of its own\?[^,]*, or around the whole text$/);
  });

  it('knows the formats that the README lists', () => {
    const listed = /string with a `format`: (.*?) \(/.exec(readme)?.[1] ?? '';
    assert.deepEqual([...listed.matchAll(/`([a-z0-9-]+)`/g)].map((m) => m[1]).sort(), Object.keys(formats).sort());
  });
});

describe('the guard of the dialect', () => {
  /** A property with nothing wrong, but for what a test changes. */
  const text = (more: RawSchema = {}): RawSchema => ({
    type: 'string',
    description: 'What people call the thing.',
    examples: ['Mail'],
    ...more,
  });
  const list = (items: RawSchema, more: RawSchema = {}): RawSchema => ({
    type: 'array',
    items,
    description: 'Which things hang together.',
    examples: [[]],
    ...more,
  });
  const group = (properties: Readonly<Record<string, RawSchema>>, more: RawSchema = {}): RawSchema => ({
    type: 'object',
    properties,
    unevaluatedProperties: false,
    description: 'Where things hang together.',
    examples: [{}],
    ...more,
  });
  const kind = (properties: Readonly<Record<string, RawSchema>>, more: RawSchema = {}): Schemas => ({
    'a/thing.schema.yaml': {
      title: 'thing',
      description: 'A thing to look at.',
      'x-form': 'register',
      type: 'object',
      properties: { kind: text({ examples: ['thing'] }), ...properties },
      unevaluatedProperties: false,
      ...more,
    },
    'common/base.yaml': { type: 'object', 'x-last': ['note'], properties: { note: text() } },
    'common/whole.yaml': group({ note: text() }),
  });

  const day: RawSchema = { format: 'date', examples: ['2026-01-31'] };

  it('has nothing to say about what is right', () => {
    const right = kind({
      name: text({ title: 'plain name' }),
      state: text({ enum: ['on', 'off'], 'x-words': { on: 'It runs.', off: 'It rests.' }, examples: ['on'] }),
      parts: list(text({ 'x-refers': 'thing', 'x-about': true, 'x-unknown': 'unknown-dependency' })),
      where: { $ref: '../common/whole.yaml' },
      colour: text({
        enum: ['blue', 'red'],
        'x-words': { red: 'Warm.', blue: 'Cold.' },
        'x-refers': 'colour',
        'x-about': true,
        examples: ['red'],
      }),
      like: text({ 'x-refers': 'thing', 'x-about': 'thing.parts' }),
      period: group({ from: text(day), to: text(day) }, { 'x-refers': 'thing', 'x-about': true }),
      rows: list(group({ note: text() }), {
        ...{ type: ['array', 'object'], 'x-export': true, unevaluatedProperties: false },
        properties: { export: text({ format: 'reference', examples: ['a.csv'] }) },
      }),
      inside: group({ name: text() }, { 'x-is': 'thing' }),
      bare: text({ format: 'date', 'x-none': true, examples: ['none, because nobody knows', '2026-01-31'] }),
      more: {
        $ref: '../common/base.yaml',
        ...group({ day: text(day), at: text({ format: 'moment', examples: ['2026-01-31 14:05'] }) }),
        ...{ 'x-defines': 'part', 'x-date': 'day' },
      },
      event: group({ at: text({ format: 'moment', examples: ['2026-01-31'] }) }, { 'x-defines': 'event', 'x-date': 'at' }),
      span: group({ from: text(day), to: text(day) }, { 'x-order': [['from', 'to']] }),
      either: {
        ...text({ type: 'object', required: ['sort'], examples: [{ sort: 'a', size: 'Big' }] }),
        discriminator: { propertyName: 'sort' },
        oneOf: [
          group({ sort: text({ const: 'a', examples: ['a'] }), size: text() }),
          group({ sort: text({ const: 'b', examples: ['b'] }) }),
        ],
      },
    });
    assert.deepEqual(faults(right), []);
  });

  const wrong: readonly (readonly [what: string, schemas: Schemas, fault: RegExp])[] = [
    ['a keyword of JSON Schema that is not in the dialect', kind({ a: { ...text(), ...{ anyOf: [] } } }), /"anyOf" is no word/],
    ['an x- word that nobody knows', kind({ a: { ...text(), ...{ 'x-other': true } } }), /"x-other" is no word/],
    ['a union of types', kind({ a: text({ type: ['string', 'number'] }) }), /neither a value nor where it stands/],
    ['a type that there is not', kind({ a: text({ type: 'date' }) }), /there is no type date/],
    ['no type', kind({ a: { description: 'What people call it.', examples: ['a'] } }), /a type is missing/],
    ['a format that there is not', kind({ a: text({ format: 'email' }) }), /there is no format "email"/],
    ['a format of a number', kind({ a: text({ type: 'integer', format: 'date', examples: [1] }) }), /only text has a format/],
    ['a list of anything', kind({ a: { ...text(), type: 'array', examples: [[]] } }), /does not say of what/],
    ['a reference by address', kind({ a: text({ $ref: 'https://example.com/a.yaml' }) }), /no relative reference/],
    ['a reference to nothing', kind({ a: text({ $ref: '../common/none.yaml' }) }), /"..\/common\/none.yaml" leads nowhere/],
    [
      'an open object',
      kind({ a: { type: 'object', properties: { b: text() }, description: 'Where things hang.', examples: [{}] } }),
      /a: an object that is not closed/,
    ],
    [
      'an open base used whole',
      kind({ a: { $ref: '../common/base.yaml', description: 'Where things hang.', examples: [{}] } }),
      /a: an object that is not closed/,
    ],
    ['an open kind', kind({}, { unevaluatedProperties: true }), /may only be false/],
    ['an open item', kind({ a: list({ type: 'object', properties: { b: text() } }) }), /items: an object that is not closed/],
    ['an addition to a closed piece', kind({ a: group({ b: text() }, { $ref: '../common/whole.yaml' }) }), /closed already/],
    [
      'an object of anything',
      kind({ a: { type: 'object', description: 'Where things hang.', examples: [{}], unevaluatedProperties: false } }),
      /does not say what it holds/,
    ],
    ['properties of a text', kind({ a: text({ properties: { b: text() } }) }), /is no object/],
    ['oneOf without discriminator', kind({ a: text({ type: 'object', oneOf: [group({ b: text() })], examples: [{}] }) }), /go together/],
    [
      'a branch and properties beside it',
      kind({ a: { ...group({ b: text() }), oneOf: [group({ b: text() })] } }),
      /outside of its branches/,
    ],
    [
      'an open branch',
      kind({ a: text({ type: 'object', oneOf: [{ type: 'object', properties: { b: text() } }], examples: [{}] }) }),
      /oneOf\/0: an object that is not closed/,
    ],
    ['a discriminator without oneOf', kind({ a: { ...group({ b: text() }), discriminator: { propertyName: 'b' } } }), /go together/],
    [
      'a branch that does not say for what it is',
      kind({
        a: text({
          type: 'object',
          required: ['b'],
          discriminator: { propertyName: 'b' },
          oneOf: [group({ b: text() })],
          examples: [{ b: 'a' }],
        }),
      }),
      /which "b" it is for/,
    ],
    ['a required field that may not stand there', kind({ a: group({ b: text() }, { required: ['c'] }) }), /requires "c"/],
    ['a field that says nothing', kind({ a: group({ b: text() }, { properties: { b: true } }) }), /"b" says nothing/],
    ['a title that begins a sentence', kind({ a: text({ title: 'Plain name' }) }), /can't stand in a sentence/],
    ['no description', kind({ a: { type: 'string', examples: ['a'] } }), /a description is missing/],
    ['a description that repeats the key', kind({ plainName: text({ description: 'The plain name.' }) }), /only rewords its name/],
    ['no example', kind({ a: { type: 'string', description: 'What people call it.' } }), /an example is missing/],
    ['an example of another shape', kind({ a: text({ examples: [7] }) }), /a: 7 data must be string/],
    ['an example of another format', kind({ a: text({ format: 'date', examples: ['2026-02-30'] }) }), /2026-02-30" data must match format/],
    ["an example that its list's items refuse", kind({ a: list(text(), { examples: [[{}]] }) }), /must be string/],
    ['a pattern that is none', kind({ a: text({ pattern: '(' }) }), /Invalid regular expression|must match format/],
    ['a word that is not explained', kind({ a: text({ enum: ['Mail', 'on'], 'x-words': { Mail: 'Letters.' } }) }), /"on" is not explained/],
    ['a word explained by nothing', kind({ a: text({ enum: ['Mail'], 'x-words': { Mail: '' } }) }), /"Mail" is not explained/],
    [
      'an explained word that may not stand there',
      kind({ a: text({ enum: ['Mail'], 'x-words': { Mail: 'Letters.', on: 'On.' } }) }),
      /explains "on"/,
    ],
    ['words without a choice', kind({ a: text({ 'x-words': { on: 'It runs.' } }) }), /without words to choose from/],
    [
      'numbers to choose from',
      kind({ a: text({ type: 'integer', enum: [1], 'x-words': { 1: 'One.' }, examples: [1] }) }),
      /only texts are words/,
    ],
    ['a form that there is not', kind({}, { 'x-form': 'paper' as 'own' }), /no form "paper"/],
    ['a form of a field', kind({ a: text({ 'x-form': 'own' }) }), /x-form belongs to a kind/],
    ['a kind without a name', kind({}, { title: '' }), /needs title and description/],
    ['a kind that defines something else', kind({}, { 'x-defines': 'other' }), /defines itself, not "other"/],
    ['an entry that is no thing', kind({}, { 'x-form': 'entry' }), /stands in a register/],
    ['a kind that is not said', kind({}, { properties: { name: text() } }), /says its kind/],
    ['a list that is none', kind({ a: text() }, { 'x-list': 'a' }), /x-list "a" is no list/],
    ['within without defines', kind({ a: group({ b: text() }, { 'x-within': true }) }), /x-within without x-defines/],
    ['a thing that is text', kind({ a: text({ 'x-defines': 'a' }) }), /only an object is a thing/],
    ['a day that is none', kind({ a: group({ b: text() }, { 'x-defines': 'a', 'x-date': 'b' }) }), /x-date "b" is no day/],
    ['an order of what is no day', kind({ a: group({ b: text(), c: text(day) }, { 'x-order': [['c', 'b']] }) }), /x-order names "b"/],
    ['a first day that is none', kind({ a: group({ b: text() }, { 'x-since': 'b' }) }), /x-since "b" is no day/],
    ['a reference to a sort that there is not', kind({ a: text({ 'x-refers': ['thing', 'other'] }) }), /refers to "other"/],
    ['a list that refers', kind({ a: list(text(), { 'x-refers': 'thing' }) }), /only text and a period refer/],
    [
      'an object that refers',
      kind({ a: group({ from: text(day), to: text(day) }, { 'x-refers': 'thing', 'x-about': true }) }),
      /only text and a/,
    ],
    [
      'a period of no days',
      kind({ period: group({ from: text(), to: text() }, { 'x-refers': 'thing', 'x-about': true }) }),
      /only text and a/,
    ],
    ['a word of a vocabulary that is not listed', kind({ a: text({ 'x-refers': 'colour' }) }), /does not list the words of "colour"/],
    [
      'a vocabulary with a word left out',
      kind({ a: text({ 'x-refers': 'colour', enum: ['red'], 'x-words': { red: 'Warm.' }, examples: ['red'] }) }),
      /does not list the words of "colour"/,
    ],
    ['text that may stand for nothing', kind({ a: text({ 'x-or-text': true }) }), /x-or-text without x-refers/],
    ['a finding that there is not', kind({ a: text({ 'x-refers': 'thing', 'x-unknown': 'no-such' }) }), /no finding "no-such"/],
    ['about nobody', kind({ a: text({ 'x-about': true }) }), /x-about belongs to text that refers/],
    ['about what is neither', kind({ a: text({ 'x-refers': 'thing', 'x-about': 'some' }) }), /neither true nor a path/],
    [
      'about what another thing names',
      kind({ a: text({ 'x-refers': 'colour', 'x-about': 'thing.a' }) }),
      /does not begin with what it refers/,
    ],
    ['about a field that there is not', kind({ a: text({ 'x-refers': 'thing', 'x-about': 'thing.b' }) }), /there is no "b"/],
    ['about a field that names nothing', kind({ a: text({ 'x-refers': 'thing', 'x-about': 'thing.kind' }) }), /names nothing there/],
    ['about all in a field', kind({ a: text({ 'x-refers': 'thing', 'x-about': 'all' }) }), /x-about: all belongs to a kind/],
    ['a word that is neither there nor not', kind({ a: text({ 'x-none': false }) }), /x-none may only be true/],
    ['text that points', kind({ a: text({ 'x-points': true }) }), /only an object points/],
    ['a part for a kind that there is not', kind({ a: group({ b: text() }, { 'x-is': 'other' }) }), /no kind "other"/],
    [
      'a part that its kind does not know',
      kind({ a: group({ b: text() }, { 'x-is': 'thing' }) }),
      /stands for a "thing", which has no "b"/,
    ],
    ['an export of no list', kind({ a: group({ export: text() }, { 'x-export': true }) }), /only a list that may be an object/],
    [
      'an export that says no file',
      kind({ a: list(text(), { type: ['array', 'object'], 'x-export': true, properties: {} }) }),
      /only a list that/,
    ],
    [
      'an example that may not be none',
      kind({ a: text({ format: 'date', examples: ['none, because nobody knows'] }) }),
      /must match format/,
    ],
    ['a cover of nothing', kind({ a: list(text(), { 'x-covers': true }) }), /x-covers belongs to a list of words/],
    [
      'a cover of no field',
      kind({ a: list(text({ enum: ['other'], 'x-words': { other: 'Something.' }, examples: ['other'] }), { 'x-covers': true }) }),
      /covers "other"/,
    ],
    [
      'a better side of no word',
      kind({ a: text({ enum: ['Mail'], 'x-words': { Mail: 'Letters.' }, 'x-better': { on: 'more' } }) }),
      /does not fit "on"/,
    ],
    [
      'a way to measure no word',
      kind({ a: text({ enum: ['Mail'], 'x-words': { Mail: 'Letters.' }, 'x-measured-in': { on: ['number'] } }) }),
      /x-measured-in does not fit "on"/,
    ],
    ['an order of nothing', kind({}, { 'x-last': ['other'] }), /x-last names "other"/],
  ];
  for (const [what, schemas, fault] of wrong) {
    it(`notices ${what}`, () => {
      const found = faults(schemas);
      assert.ok(
        found.some((f) => fault.test(f)),
        `not found: ${fault} in\n${found.join('\n')}`,
      );
    });
  }
});
