// A new document: which one is meant, what has to be asked for it, its id and its place.
import assert from 'node:assert/strict';
import { aboutSorts } from '../../server/features/about';
import { findKind } from '../../server/features/find-kind';
import { checkId, isThere, likelyId, newDocument, toAsk } from '../../server/features/new-evidence';
import { toId } from '../../server/features/to-id';
import { knowledge, smsOf } from './sms';

const kind = (name: string) => knowledge.kinds.get(name) ?? assert.fail(name);
const FILES = {
  'sms.yaml': 'kind: sms\nformat: 1\n',
  'c.customer-register.yaml': 'kind: customer-register\nid: c\ncustomers:\n  - {id: hr, name: Human Resources}\n  - {id: <Which?>}\n',
  'agreements/a.sla.yaml': 'kind: sla\nid: a\n',
  'agreements/b.sla.yaml': 'kind: sla\nid: b\n',
  'old/c.sla.yaml': 'kind: sla\nid: c\n',
};

describe('what is to be recorded', () => {
  const found = (words: string) => findKind(words, knowledge).found.map((entry) => entry.kind);

  it('is found by its word, its name and what people call it', () => {
    for (const words of ['sla', 'SLA', 'SLAs', 'service level agreement', 'Service Level Agreements'])
      assert.deepEqual(found(words), ['sla'], words);
    assert.deepEqual(found('supplier contract'), ['contract']);
    assert.deepEqual(found('operational level agreement'), ['ola']);
    assert.deepEqual(found('satisfaction'), ['satisfaction-survey']);
    for (const { kind: name, title } of knowledge.kinds.values()) {
      assert.ok(found(name).includes(name), name);
      assert.ok(found(title).includes(name), title);
    }
  });

  it('is several where several are meant, and none where none is', () => {
    assert.ok(found('review').length > 1);
    assert.deepEqual(found('zzz'), []);
    assert.deepEqual(
      findKind('contrcat', knowledge).near.map((entry) => entry.kind),
      ['contract'],
    );
  });
});

describe('a new document', () => {
  const reader = smsOf(FILES).reader();

  it('is about what its template names first, with what there is', () => {
    const { id, abouts, beside } = toAsk(kind('sla'), reader);
    assert.match(id ?? '', /^By which .+\?$/);
    assert.deepEqual(
      abouts.map(({ sort, known }) => [sort, known]),
      [
        ['customer', [{ id: 'hr', name: 'Human Resources' }]],
        ['service', []],
      ],
    );
    assert.equal(beside, 'agreements/');
    assert.deepEqual(
      toAsk(kind('target-monitoring'), reader).abouts.map(({ sort }) => sort),
      ['service'],
    );
    assert.deepEqual(toAsk(kind('calendar'), reader).abouts, []);
  });

  it('has sorts that can be told as options, whatever the kind', () => {
    const sorts = aboutSorts(knowledge);
    for (const sort of ['service', 'customer', 'supplier']) assert.ok(sorts.includes(sort), sort);
    for (const { kind: name } of knowledge.kinds.values())
      for (const { sort } of toAsk(kind(name), reader).abouts) assert.ok(sorts.includes(sort), sort);
  });

  it('lies beside alike ones, with the questions that are left', () => {
    const { path, text, open } = newDocument(kind('sla'), 'mail-hr', new Map([['customer', 'hr']]), reader);
    assert.equal(path, 'agreements/mail-hr.sla.yaml');
    assert.match(text, /^kind: sla\nid: mail-hr\nversion: 1\.0\n[\s\S]*\n {2}customer: hr\n/);
    const lines = text.split('\n');
    assert.ok(open.length > 0);
    for (const { line, question } of open) assert.ok(lines[line - 1]?.includes(`<${question}>`), question);
    assert.equal(open.length, text.match(/<[^<>\n]*\?>/g)?.length);
    assert.equal(newDocument(kind('ola'), 'x', new Map(), reader).path, 'x.ola.yaml');
  });

  it('is no second manifest', () => {
    assert.equal(isThere(kind('sms'), reader), true);
    assert.equal(isThere(kind('sla'), reader), false);
    assert.equal(isThere(kind('sms'), smsOf({}).reader()), false);
  });
});

describe('an id', () => {
  const reader = smsOf(FILES).reader();

  it('is made of what was typed, and says so', () => {
    assert.deepEqual(checkId('mail-hr', reader, 'sla'), { id: 'mail-hr' });
    assert.deepEqual(checkId(' Müll & Straßen ', reader, 'sla'), {
      id: 'Muell-Strassen',
      changed: 'An id has only letters, digits and hyphens, so it will be Muell-Strassen.',
    });
    for (const [words, id] of [
      ['Größe', 'Groesse'],
      ['Café à la carte', 'Cafe-a-la-carte'],
      ['Størrelse', 'Stoerrelse'],
      ['--', ''],
      ['中文', ''],
    ] as const)
      assert.equal(toId(words), id);
    assert.equal(
      likelyId(
        new Map([
          ['service', 'mail'],
          ['customer', 'hr'],
        ]),
      ),
      'mail-hr',
    );
  });

  it('is not taken twice, nor made of nothing', () => {
    assert.equal(checkId('a', reader, 'sla').wrong, 'There is already a service level agreement "a", in agreements/a.sla.yaml.');
    assert.equal(checkId('a', reader, 'ola').wrong, undefined);
    assert.equal(checkId('a', reader).wrong, undefined);
    assert.match(checkId('…', reader, 'sla').wrong ?? '', /needs letters or digits/);
  });
});
