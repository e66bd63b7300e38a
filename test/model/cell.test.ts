// Values of other tools as ours: numbers, days, times in other zones, words, units, lists.
import assert from 'node:assert/strict';
import type { Schema } from '../../server/knowledge/types';
import { readCell, type Writing } from '../../server/model/cell';
import { momentIn } from '../../server/model/date-form';

const WRITING: Writing = { decimal: '.', dates: undefined, zone: undefined, home: undefined, unit: undefined, words: new Map() };

/** The value as it counts, or the code of its fault. */
function read(source: string, schema: Partial<Schema>, writing: Partial<Writing> = {}): unknown {
  const cell = { type: 'scalar', start: 0, end: source.length, value: source, source, plain: true } as const;
  const { node, fault } = readCell(cell, { types: ['string'], properties: new Map(), ...schema }, { ...WRITING, ...writing });
  if (fault) return fault.code;
  if (node?.type === 'list') return node.items.map((i) => (i.type === 'scalar' ? i.value : undefined));
  return node?.type === 'scalar' ? node.value : undefined;
}

describe('a value of another tool', () => {
  it('is a number by the decimal mark that is declared, and never guessed at', () => {
    const money = { format: 'money' };
    const cases: readonly (readonly [decimal: '.' | ',', text: string, value: unknown])[] = [
      ['.', '1234.5 EUR', '1234.5 EUR'],
      ['.', '1,234.50 EUR', '1234.50 EUR'],
      ['.', '99,5 EUR', 'export-number'],
      ['.', '1.234,50 EUR', 'export-number'],
      [',', '1.234,50 EUR', '1234.50 EUR'],
      [',', '1234,5 EUR', '1234.5 EUR'],
      [',', '99.5 EUR', 'export-number'],
      [',', '1.234 EUR', '1234 EUR'],
      ['.', '12 EUR', '12 EUR'],
    ];
    for (const [decimal, text, value] of cases) assert.deepEqual(read(text, money, { decimal }), value, `${decimal} ${text}`);
    assert.equal(read('3,9', { types: ['number'] }, { decimal: ',' }), 3.9);
    assert.equal(read('3,9', { types: ['number'] }), 'export-number');
    assert.equal(read('1.200,5', { format: 'money' }, { decimal: ',', unit: 'EUR' }), '1200.5 EUR');
    assert.equal(read('12 USD', { format: 'money' }, { unit: 'EUR' }), '12 USD');
    assert.equal(read('1 h 40 min', { format: 'duration' }), '1 h 40 min');
  });

  it('is a day or a moment by its form', () => {
    const [date, moment] = [{ format: 'date' }, { format: 'moment' }];
    assert.equal(read('2026-06-09', date), '2026-06-09');
    assert.equal(read('2026-06-09T14:05:59', moment), '2026-06-09 14:05');
    assert.equal(read('09.06.2026', date), 'export-date');
    assert.equal(read('09.06.2026', date, { dates: 'DD.MM.YYYY' }), '2026-06-09');
    assert.equal(read('9.6.26 7:05', moment, { dates: 'D.M.YY H:mm' }), '2026-06-09 07:05');
    assert.equal(read('06/09/2026 14:05', moment, { dates: 'MM/DD/YYYY HH:mm' }), '2026-06-09 14:05');
    assert.equal(read('06/09/2026', moment, { dates: 'MM/DD/YYYY HH:mm' }), '2026-06-09');
    assert.equal(read('13/09/2026', date, { dates: 'MM/DD/YYYY' }), 'export-date');
    assert.equal(read('31.02.2026', date, { dates: 'DD.MM.YYYY' }), 'export-date');
    assert.equal(momentIn('2026', 'YYYY YYYY'), undefined);
  });

  it('is a moment of the zone of the evidence', () => {
    const moment = { format: 'moment' };
    const home = 'Europe/Berlin';
    assert.equal(read('2026-06-09 23:30', moment, { zone: 'UTC', home }), '2026-06-10 01:30');
    assert.equal(read('2026-12-09 23:30', moment, { zone: 'UTC', home }), '2026-12-10 00:30');
    assert.equal(read('2026-06-09T12:05:00Z', moment, { home }), '2026-06-09 14:05');
    assert.equal(read('2026-06-09T12:05:00.000+0200', moment, { home, zone: 'UTC' }), '2026-06-09 12:05');
    assert.equal(read('2026-06-09 12:05', moment, { home }), '2026-06-09 12:05');
    assert.equal(read('2026-06-09T12:05:00Z', moment), '2026-06-09 12:05');
  });

  it('is one of our words', () => {
    const words = new Map([['ja', 'true']]);
    assert.equal(read('Ja', { types: ['boolean'] }, { words }), true);
    assert.equal(read('FALSE', { types: ['boolean'] }), false);
    assert.equal(read('ja', { types: ['boolean'] }), 'export-word');
    assert.equal(read('Met', { enum: ['met', 'missed'] }), 'met');
    assert.equal(read('erreicht', { enum: ['met', 'missed'] }), 'export-word');
  });

  it('is a list where one is asked for, and none where that will do', () => {
    const list = { types: ['array'], items: { types: ['string'], properties: new Map() } };
    assert.deepEqual(read('mail, payroll', list), ['mail', 'payroll']);
    assert.equal(read('none, because it was planned', { ...list, 'x-none': true }), 'none, because it was planned');
    assert.equal(read('  ', list), undefined);
  });
});
