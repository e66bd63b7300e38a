// The days that people mean when they write a date: today, and the ends of what runs. Must not know what a date is for.
import { addDays, addMonths } from '../arithmetic/dates';

/** `today`: YYYY-MM-DD. Each day once. */
export function daysToOffer(today: string): { readonly day: string; readonly words: string }[] {
  const month = Number(today.slice(5, 7));
  const endOf = (months: number) => addDays(addMonths(`${today.slice(0, 7)}-01`, months), -1);
  const all = [
    { day: today, words: 'today' },
    { day: endOf(1), words: 'end of this month' },
    { day: endOf(3 - ((month - 1) % 3)), words: 'end of this quarter' },
    { day: endOf(13 - month), words: 'end of this year' },
    { day: addMonths(today, 12), words: 'in a year' },
  ];
  return all
    .filter(({ day }, i) => all.findIndex((other) => other.day === day) === i)
    .map(({ day, words }) => ({
      day,
      words: [words, ...all.filter((o) => o.day === day && o.words !== words).map((o) => o.words)].join(', '),
    }));
}
