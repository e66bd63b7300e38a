// Completion of what is written with a unit: days, durations, percentages, money, amounts. What is typed already gets its unit; where
// nothing is typed, what people usually agree on. Must not know any kind or field by name.

import { durationParts } from '../knowledge/durations';
import { quantityParts } from '../knowledge/formats';
import { valueAtPath } from '../knowledge/schema';
import type { Schema } from '../knowledge/types';
import { currencyOf } from '../model/manifest';
import { daysToOffer } from './day-words';
import { downtimeWords, windowOf } from './downtime-words';
import type { Offer } from './offer';

/** A value with what it means; `also`: by which words it is found, too. */
export interface Figure {
  readonly text: string;
  readonly edge: string;
  readonly also?: string;
}

/** What may be written where the schema asks for such a format. */
export function figures(schema: Schema, offer: Offer): Figure[] {
  const { place, question } = offer;
  const number = /^\d+(?:,\d{3})*(?:\.\d+)?/.exec(question.file.read.text.slice(place.start, place.end))?.[0];
  switch (schema.format) {
    case 'date':
    case 'moment':
      return daysToOffer(question.reader.today()).map(({ day, words }) => ({ text: day, edge: words, also: words }));
    case 'duration':
      return durations(schema, number);
    case 'percentage':
      return percentages(schema, offer, number);
    case 'target':
      return targets(schema, offer, number);
    case 'money':
      return number === undefined ? examples(schema) : [{ text: `${number} ${currencyOf(question.reader)}`, edge: 'an amount' }];
    case 'quantity':
      return amounts(schema, number);
    case 'period-of-day':
    case 'zone':
      return examples(schema);
    default:
      return [];
  }
}

const examples = ({ examples: all = [] }: Schema): Figure[] => all.map((example) => ({ text: String(example), edge: 'for example' }));

type Figures = readonly (readonly [string, string])[];
const EVERY: Figures = [
  ['1 month', 'every month'],
  ['3 months', 'every three months'],
  ['6 months', 'every six months, twice a year'],
  ['1 year', 'every year'],
  ['2 years', 'every two years'],
  ['1 week', 'every week'],
];
const LONG: Figures = [
  ['1 month', 'a month'],
  ['3 months', 'three months, a quarter'],
  ['6 months', 'six months, half a year'],
  ['1 year', 'a year'],
  ['2 years', 'two years'],
  ['3 years', 'three years'],
];
const DAYS: Figures = [
  ['next business day', 'by the end of the next day of work'],
  ['2 working days', 'two working days'],
  ['5 working days', 'five working days, a week of work'],
  ['10 working days', 'ten working days, two weeks of work'],
  ['14 days', 'fourteen days, weekends counted'],
  ['30 days', 'thirty days, weekends counted'],
];
const TIMES: Figures = [
  ['15 min', 'a quarter of an hour'],
  ['30 min', 'half an hour'],
  ['1 h', 'an hour'],
  ['2 h', 'two hours'],
  ['4 h', 'four hours'],
  ['8 h', 'eight hours, a day of work'],
  ['next business day', 'by the end of the next day of work'],
];
const UNITS = ['min', 'h', 'working day', 'day', 'week', 'month', 'year'];

/** In the size of the field's own first example. */
function durations(schema: Schema, number?: string): Figure[] {
  const [unit] = (schema.examples ?? []).flatMap((example) => durationParts(String(example))?.[0]?.unit ?? []);
  const isLong = unit === 'month' || unit === 'year';
  const isDays = unit === 'day' || unit === 'working day' || unit === 'week';
  const usual = schema['x-every'] ? EVERY : isLong ? LONG : isDays ? DAYS : TIMES;
  if (number === undefined) return usual.map(([text, words]) => ({ text, edge: words, also: words }));
  const every = schema['x-every'] ? 'every ' : '';
  const likely = new Set(usual.flatMap(([text]) => durationParts(text)?.map((part) => part.unit as string) ?? []));
  const whole = UNITS.filter((unit) => !number.includes('.') || unit === 'min' || unit === 'h');
  return [...whole.filter((unit) => likely.has(unit)), ...whole.filter((unit) => !likely.has(unit))].map((unit) => {
    const text = `${number} ${unit}${number === '1' || unit === 'min' || unit === 'h' ? '' : 's'}`;
    return { text, edge: every ? `every ${text}` : 'a duration' };
  });
}

const PERCENTAGES = ['99 %', '99.5 %', '99.8 %', '99.9 %', '99.95 %', '99.99 %'];
const SHARES = ['90 %', '95 %', '99 %', '100 %'];

const around = ({ place }: Offer) => valueAtPath(place.evidence?.data, place.path.slice(0, -1));

/** Of the time: with the time that is left without the service. */
function percentages(schema: Schema, offer: Offer, number?: string): Figure[] {
  const over = windowOf(schema, around(offer));
  const usual = number === undefined ? (over === undefined ? SHARES : PERCENTAGES) : Number(number) <= 100 ? [`${number} %`] : [];
  return usual.map((text) => ({ text, edge: over === undefined ? 'a share' : (downtimeWords(text, over) ?? 'of the time') }));
}

/** Percentages where it is a share of the time, else any figure with a unit. */
function targets(schema: Schema, offer: Offer, number?: string): Figure[] {
  const isShare = windowOf(schema, around(offer)) !== undefined;
  if (isShare) return percentages(schema, offer, number);
  if (number === undefined) return [...TIMES.map(([text, words]) => ({ text, edge: words, also: words })), ...percentages(schema, offer)];
  return [...durations(schema, number), ...percentages(schema, offer, number), ...amounts(schema, number)];
}

/** In the units of the field's examples. */
function amounts(schema: Schema, number?: string): Figure[] {
  if (schema.format !== 'quantity' && number === undefined) return [];
  if (number === undefined) return examples(schema);
  const units = new Set((schema.examples ?? []).flatMap((example) => quantityParts(String(example))?.unit ?? []));
  return [...units].filter((unit) => unit !== '').map((unit) => ({ text: `${number} ${unit}`, edge: 'an amount' }));
}
