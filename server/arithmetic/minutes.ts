// Lengths of time in minutes, and how they are shown. Must not know days or calendars.

import { Decimal } from 'decimal.js';
import { parseDuration } from './measure';

/** The minutes of "4 h" or "1 day"; undefined of months, and of working days, whose length depends on a calendar. */
export function minutesIn(duration: string): Decimal | undefined {
  const parsed = parseDuration(duration);
  if (parsed?.unit === 's') return parsed.number.dividedBy(60);
  return parsed?.unit === 'day' ? parsed.number.times(1440) : undefined;
}

/** "43.2 min" up to three hours, "8.76 h" from there on, and whole hours as such; two digits at most. */
export function minutesInWords(minutes: Decimal | number): string {
  const exact = new Decimal(minutes);
  const isHours = exact.abs().greaterThanOrEqualTo(180) || (exact.abs().greaterThanOrEqualTo(60) && exact.modulo(60).isZero());
  return isHours ? hoursInWords(exact) : `${rounded(exact)} min`;
}

/** "720 h". */
export const hoursInWords = (minutes: Decimal | number): string => `${rounded(new Decimal(minutes).dividedBy(60))} h`;

const rounded = (number: Decimal): string => number.toDecimalPlaces(2).toFixed();
