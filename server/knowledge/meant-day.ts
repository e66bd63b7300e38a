// Days as people write them, read as year-month-day. Must not know what the day is for.

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

const iso = (year: string, month: number | string, day: string) => `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;

/** What a text may mean as a day, as YYYY-MM-DD: several where day and month can't be told apart. Not all need exist in the calendar. */
export function dayReadings(text: string): readonly string[] {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})\.?(?:[T ].*)?$/.exec(text) ?? [];
  if (year) return [iso(year, month, day)];
  const [, y = '', m = '', d = ''] = /^([12]\d{3})([01]\d)([0-3]\d)$/.exec(text) ?? [];
  if (y) return [iso(y, m, d)];
  const [, one = '', sign = '', two = '', of = ''] = /^(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4})$/.exec(text) ?? [];
  // With points the day comes first wherever people write so; with strokes it depends on where they live.
  if (sign === '.') return [iso(of, two, one)];
  return of ? [iso(of, two, one), iso(of, one, two)] : named(text);
}

function named(text: string): string[] {
  const dayFirst = /^(?<day>\d{1,2})(?:st|nd|rd|th|\.)?[ -](?:of )?(?<month>[a-z]{3,9})\.?,?[ -](?<year>\d{4})$/i.exec(text);
  const monthFirst = /^(?<month>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/i.exec(text);
  const { year, month = '', day = '' } = (dayFirst ?? monthFirst)?.groups ?? {};
  const at = MONTHS.findIndex((name) => name.startsWith(month.toLowerCase()) || (month.toLowerCase() === 'sept' && name === 'september'));
  return year === undefined || at < 0 ? [] : [iso(year, at + 1, day)];
}

/** For a day that no calendar has: the month that was named, and how many days it has. */
export function shortMonth(text: string): { readonly month: string; readonly days: number } | undefined {
  const [, year, month, day] = (/^([12]\d{3})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  const name = MONTHS[(month ?? 0) - 1];
  if (year === undefined || month === undefined || day === undefined || name === undefined) return undefined;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day <= days) return undefined;
  return { month: `${name.charAt(0).toUpperCase()}${name.slice(1)}${month === 2 ? ` ${year}` : ''}`, days };
}
