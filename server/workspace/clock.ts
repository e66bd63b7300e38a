// What day it is. The machine's clock is read here and nowhere else.
import type { Clock } from './workspace';

/** Today where the SMS is; in a zone that nobody knows, where the machine is. */
export const machineClock: Clock = (zone) => {
  const now = new Date();
  try {
    return dayIn(now, zone);
  } catch {
    return dayIn(now, undefined);
  }
};

/** By zone: to make one for each keystroke was a tenth of its cost in a small document. */
const calendars = new Map<string | undefined, Intl.DateTimeFormat>();

/** YYYY-MM-DD. Throws RangeError for an unknown zone. */
function dayIn(now: Date, timeZone: string | undefined): string {
  const calendar =
    calendars.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  calendars.set(timeZone, calendar);
  const parts = calendar.formatToParts(now);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
