// Calendars and figures that the arithmetic's tests share.

import { strict as assert } from 'node:assert';
import { type Calendar, readCalendar } from '../../server/arithmetic/calendar';
import type { CannotTell } from '../../server/arithmetic/told';

export const MONDAY_TO_FRIDAY = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

/** The answer, which must be one. */
export function told<T extends object>(answer: T | CannotTell | undefined): T {
  assert.ok(answer !== undefined && !('cannotTell' in answer), JSON.stringify(answer));
  return answer as T;
}

/** Monday to Friday, or other days, from and to. */
export const week = (
  hours: string,
  zone = 'Europe/Berlin',
  days = MONDAY_TO_FRIDAY,
  holidays: { on: string; name?: string; hours?: string }[] = [],
): Calendar => told(readCalendar({ name: 'office', zone, week: [{ days, hours }], holidays }));
