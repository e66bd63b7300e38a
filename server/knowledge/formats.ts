// What people write with units, and how it may look. Also called from the generated validators, so it imports no library;
// it must not know what a value is for.

import { durationParts, SPACE } from './durations';

export type FormatName =
  | 'date'
  | 'moment'
  | 'duration'
  | 'percentage'
  | 'money'
  | 'quantity'
  | 'target'
  | 'version'
  | 'identifier'
  | 'reference'
  | 'period-of-day'
  | 'zone'
  | 'sha256';

/** A number and its unit word, "" where there is none; `number` are the digits as written. */
export interface Quantity {
  readonly number: string;
  readonly unit: string;
}

// Fifteen digits and nine are more than anybody promises, and still exact in every later calculation.
const NUMBER = '\\d{1,15}(?:\\.\\d{1,9})?';
const PERCENTAGE = new RegExp(`^(\\d{1,3}(?:\\.\\d{1,9})?)${SPACE}?%$`);
const QUANTITY = new RegExp(`^(${NUMBER})(?:${SPACE}?(\\p{L}[\\p{L}\\p{N}/.²³-]*(?: [\\p{L}\\p{N}/.²³-]+){0,3}))?$`, 'u');
const MONEY = new RegExp(`^(?:\\d{1,15}|\\d{1,3}(?:,\\d{3}){1,4})(?:\\.(\\d{1,4}))?${SPACE}?([A-Z]{3})$`);
const TIME_OF_DAY = '(?:[01]?\\d|2[0-3]):[0-5]\\d';
const PERIOD_OF_DAY = new RegExp(`^(${TIME_OF_DAY})${SPACE}?[-–]${SPACE}?(${TIME_OF_DAY}|24:00)$`);

/** The digits of a percentage from 0 to 100: "99.5" of "99.5 %". Undefined where the text is none. */
export function percentageNumber(text: string): string | undefined {
  const number = PERCENTAGE.exec(text)?.[1];
  return number !== undefined && Number(number) <= 100 ? number : undefined;
}

/** Number and unit of a quantity: "10 TB", "900 tickets", "1200". Undefined where the text is none. */
export function quantityParts(text: string): Quantity | undefined {
  const [, number, unit = ''] = QUANTITY.exec(text) ?? [];
  // A percentage in words would be compared with none that has the sign.
  return number === undefined || /^(?:percent|per cent|pct\.?)$/i.test(unit) ? undefined : { number, unit };
}

/**
 * The text with a decimal point where a comma was typed ("99,5 %" → "99.5 %"); undefined where there is none, and where
 * three digits follow the comma, which may mean thousands. Ask the field's own format whether it takes the result.
 */
export function commaToPoint(text: string): string | undefined {
  const [, whole, fraction, rest = ''] = /^(\d+),(\d+)((?![\d.,]).*)?$/.exec(text) ?? [];
  if (whole === undefined || fraction === undefined) return undefined;
  const mended = `${whole}.${fraction}${rest}`;
  return (fraction.length !== 3 || percentageNumber(mended) !== undefined) && formats.target(mended) ? mended : undefined;
}

/** A day, and the time on it where it matters. */
function isMoment(text: string): boolean {
  return /^.{10}(?:[ T](?:[01]\d|2[0-3]):[0-5]\d)?$/.test(text) && isDate(text.slice(0, 10));
}

function isDate(text: string): boolean {
  const [, year, month, day] = (/^([12]\d{3})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** No more decimals than the currency has: "12.000 EUR" is meant as thousands somewhere, and read as twelve elsewhere. */
function isMoney(text: string): boolean {
  const [, decimals = '', currency] = MONEY.exec(text) ?? [];
  if (currency === undefined || !Intl.supportedValuesOf('currency').includes(currency)) return false;
  return decimals.length <= currencyDecimals(currency);
}

/** How many decimals amounts of a currency have: 2 of EUR, 0 of JPY. Throws RangeError where that is no three letters. */
export const currencyDecimals = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

function isReference(text: string): boolean {
  if (/[\p{Cc}\\]|^\s|\s$/u.test(text)) return false;
  if (/^https?:/i.test(text)) return /^https?:\/\/[^\s/?#]+\S*$/i.test(text);
  if (/^mailto:/i.test(text)) return /^mailto:[^\s@]+@[^\s@]+$/i.test(text);
  return /^[^/~]/.test(text) && !/^[a-z][a-z0-9+.-]*:/i.test(text);
}

/** Whether a reference says in words where paper lies, "in the safe, room 12", and names no file. */
export const isPlace = (text: string): boolean => isReference(text) && /\s/.test(text) && !/[/:]|\.[A-Za-z0-9]{1,5}(?:#.*)?$/.test(text);

function isPeriodOfDay(text: string): boolean {
  const [, from, to] = PERIOD_OF_DAY.exec(text) ?? [];
  return from !== undefined && to !== undefined && from.padStart(5, '0') !== to.padStart(5, '0');
}

function isZone(text: string): boolean {
  try {
    return /^[A-Za-z]/.test(text) && Boolean(new Intl.DateTimeFormat('en', { timeZone: text }));
  } catch {
    return false;
  }
}

/** Whether a text is what its name says. A comparison in front of a target is refused: its metric says which side is better. */
export const formats: Readonly<Record<FormatName, (text: string) => boolean>> = {
  date: isDate,
  moment: isMoment,
  duration: (text) => durationParts(text) !== undefined,
  percentage: (text) => percentageNumber(text) !== undefined,
  money: isMoney,
  quantity: (text) => quantityParts(text) !== undefined,
  target: (text) => formats.percentage(text) || formats.duration(text) || formats.quantity(text),
  version: (text) => /^\d{1,9}(?:\.\d{1,9}){0,3}$/.test(text),
  identifier: (text) => /^[A-Za-z0-9][A-Za-z0-9-]*$/.test(text),
  reference: isReference,
  'period-of-day': isPeriodOfDay,
  zone: isZone,
  sha256: (text) => /^[0-9a-f]{64}$/i.test(text),
};

/** `says` ends the sentence "… isn't", `example` is a text that its format accepts. */
export const formatHelp: Readonly<Record<FormatName, { readonly says: string; readonly example: string }>> = {
  date: { says: 'a day of the calendar, written year-month-day', example: '2026-03-31' },
  moment: { says: 'a day, with or without a time of day', example: '2026-03-31 14:05' },
  duration: { says: 'a duration: a number and min, h, days, working days, weeks, months or years', example: '4 h' },
  percentage: { says: 'a percentage from 0 to 100, with a point for decimals', example: '99.5 %' },
  money: { says: 'an amount of money: a number, with a point for decimals, and the three letters of the currency', example: '12000 EUR' },
  quantity: { says: 'a number, with a point for decimals, and its unit', example: '900 tickets' },
  target: { says: 'a number with its unit', example: '99.5 %' },
  version: { says: 'a version: numbers with points between them', example: '2.1' },
  identifier: { says: 'an id: letters, digits and hyphens, with a letter or digit first', example: 'mail-hosting' },
  reference: {
    says: 'a relative path to a file with forward slashes, a web or mail address, or in words the place where paper lies',
    example: 'contracts/acme.pdf',
  },
  'period-of-day': { says: 'a part of the day, from and to', example: '08:00-18:00' },
  zone: { says: 'a time zone, named by continent and city', example: 'Europe/Berlin' },
  sha256: {
    says: 'a SHA-256 hash: 64 digits from 0 to 9 and a to f',
    example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  },
};
