// Times of day from one time zone to another. Must not know how people write them.

// As in dates.ts: the package holds an ES module only.
const { Temporal }: typeof import('temporal-polyfill', { with: { 'resolution-mode': 'import' }}) = require('temporal-polyfill');

/**
 * A moment ("2026-06-09 14:05") of one zone as the clocks of another show it. A moment that the clocks pass twice is the first of
 * the two, one that they leave out is moved on by as much. Undefined where a zone, or the moment, is none.
 */
export function inZone(moment: string, from: string, to: string): string | undefined {
  try {
    const there = Temporal.PlainDateTime.from(moment.replace(' ', 'T')).toZonedDateTime(from).withTimeZone(to).toPlainDateTime();
    return there.toString({ smallestUnit: 'minute' }).replace('T', ' ');
  } catch {
    return undefined;
  }
}
