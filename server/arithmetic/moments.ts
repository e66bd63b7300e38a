// Moments in words and as text. Must not know what happens at them.

import { WEEKDAYS } from './calendar';
import { dayOfWeek, daysBetween } from './dates';
import { type Clocks, shownAt, timeOfDay } from './zone';

/** "2026-03-09 11:30" */
export function momentText(minute: number, clocks: Clocks): string {
  const { day, minutes } = shownAt(minute, clocks);
  return `${day} ${timeOfDay(minutes)}`;
}

/** "Monday 11:30", of a moment a week or more after another "Monday 11:30, 9 days later". */
export function momentWords(minute: number, clocks: Clocks, since: number): string {
  const { day, minutes } = shownAt(minute, clocks);
  const days = daysBetween(shownAt(since, clocks).day, day);
  return `${WEEKDAYS[dayOfWeek(day) - 1]} ${timeOfDay(minutes)}${days > 6 ? `, ${days} days later` : ''}`;
}
