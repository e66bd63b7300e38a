// What is meant by a value that has not the form it should have: the ways to write it right. Every answer is one that its format
// accepts. Must not know what a value is for.
import { commaToPoint, type FormatName, formats } from './formats';
import { durationReadings, hoursReadings, moneyReadings, percentageReadings } from './meant-amount';
import { dayReadings } from './meant-day';

type Readings = (text: string) => readonly string[];

const READINGS: Readonly<Partial<Record<FormatName, Readings>>> = {
  date: dayReadings,
  moment: (text) => {
    const [, day = '', time = ''] = /^(.*?)(?:[T ]([0-2]?\d:[0-5]\d)(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(text) ?? [];
    return dayReadings(day).map((d) => (time ? `${d} ${time.padStart(5, '0')}` : d));
  },
  duration: durationReadings,
  percentage: percentageReadings,
  money: moneyReadings,
  // Which side of a target is the better one comes from its metric.
  target: (text) => {
    const bare = text.replace(/^(?:[<>]=?|[≤≥=]|at least|at most|min\.|max\.|up to) ?/i, '');
    return [bare, ...percentageReadings(bare), ...durationReadings(bare)];
  },
  version: (text) => [text.replace(/^(?:version|rev\.|rev|v) ?/i, '')],
  identifier: (text) => [slug(text)],
  reference: (text) => [text.replaceAll('\\', '/').replace(/^\.\//, '')],
  'period-of-day': hoursReadings,
  sha256: (text) => [text.replace(/^sha-?256: ?/i, '')],
};

export interface Meant {
  /** None where nothing can be made of it; several where it may mean either. */
  readonly to: readonly string[];
  /** Nobody could mean anything else by it. */
  readonly certain: boolean;
}

export function meant(format: FormatName, text: string): Meant {
  const plain = withoutDressing(text);
  const point = commaToPoint(plain);
  const readings = formats[format](plain) ? [plain] : [...(point === undefined ? [] : [point]), ...(READINGS[format]?.(plain) ?? [])];
  const to = [...new Set(readings)].filter((reading) => reading !== text && formats[format](reading));
  // An id is a matter of taste, and a comparison may have been meant the other way round.
  return { to, certain: to.length === 1 && format !== 'identifier' && !/^[<>=≤≥]/.test(plain) };
}

/** Without what a word processor adds: curly quotes around it, and spaces that don't break. */
export const withoutDressing = (text: string): string =>
  text
    .replace(/[\u00a0\u202f\u2007]/g, ' ')
    .trim()
    .replace(/^[„“”«»‚‘’]\s*(.*?)\s*[„“”«»‚‘’]$/s, '$1');

const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['Ä', 'Ae'],
  ['Ö', 'Oe'],
  ['Ü', 'Ue'],
  ['ß', 'ss'],
]);

/** "Büro (Nord)" as "Buero-Nord". */
const slug = (text: string): string =>
  text
    .replace(/[äöüÄÖÜß]/g, (letter) => LETTERS.get(letter) ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
