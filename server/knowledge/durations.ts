// Durations as people write them, and as ISO 8601 does. Also called from the generated validators, so it imports nothing;
// it must not know how long a unit is.

/** `days` and longer are calendar time; `working day` and `next business day` depend on a calendar. */
export type DurationUnit = 'year' | 'month' | 'week' | 'day' | 'h' | 'min' | 's' | 'ms' | 'working day' | 'next business day';

/** One number of a duration with its unit; `number` are the digits as written ("1.5"). */
export interface DurationPart {
  readonly number: string;
  readonly unit: DurationUnit;
}

// Text pasted from a word processor has a no-break space between number and unit.
export const SPACE = '[ \\u00a0\\u202f]';
const DURATION_PART = new RegExp(
  `(\\d{1,6}(?:\\.\\d{1,6})?)${SPACE}?((?:(?:working|business)${SPACE})?[a-z]+)(?:${SPACE}?(?=\\d)|$)`,
  'iy',
);
const ISO_DURATION =
  /^P(?=[\dT])(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?=\d)(?:(\d{1,6}(?:\.\d{1,6})?)H)?(?:(\d{1,6}(?:\.\d{1,6})?)M)?(?:(\d{1,6}(?:\.\d{1,6})?)S)?)?$/;

const LONGEST_FIRST: readonly DurationUnit[] = ['year', 'month', 'week', 'day', 'h', 'min', 's', 'ms'];
const UNIT_OF_WORD: ReadonlyMap<string, DurationUnit> = new Map([
  ...LONGEST_FIRST.map((unit) => [unit, unit] as const),
  ['d', 'day'],
  ['hr', 'h'],
  ['hour', 'h'],
  ['minute', 'min'],
  ['sec', 's'],
  ['second', 's'],
  ['millisecond', 'ms'],
  ['working day', 'working day'],
  ['business day', 'working day'],
]);

/**
 * The parts of a duration, longest unit first: "1 h 30 min", "2 working days", "next business day", "PT4H".
 * Undefined where the text is none, and where its units can't be added up (months and days).
 */
export function durationParts(text: string): readonly DurationPart[] | undefined {
  if (/^next (?:business|working) day$/i.test(text)) return [{ number: '1', unit: 'next business day' }];
  const parts = text.startsWith('P') ? isoParts(text) : wordParts(text);
  return parts?.length && belongTogether(parts) ? parts : undefined;
}

function isoParts(text: string): DurationPart[] | undefined {
  const numbers = ISO_DURATION.exec(text)?.slice(1);
  return numbers?.flatMap((number, i) => {
    const unit = LONGEST_FIRST[i];
    return unit && number !== undefined ? [{ number, unit }] : [];
  });
}

function wordParts(text: string): DurationPart[] | undefined {
  const pattern = new RegExp(DURATION_PART);
  const parts: DurationPart[] = [];
  while (pattern.lastIndex < text.length) {
    const [, number = '', word = ''] = pattern.exec(text) ?? [];
    const unit = UNIT_OF_WORD.get(singular(word));
    if (!unit) return undefined;
    parts.push({ number, unit });
  }
  return parts;
}

function singular(word: string): string {
  const lower = word.toLowerCase().replace(/[\u00a0\u202f]/, ' ');
  return lower.length > 2 && lower.endsWith('s') ? lower.slice(0, -1) : lower;
}

/** Longest unit first, none twice, fractions of hours and less only, and one sort of time: a month is no number of days. */
function belongTogether(parts: readonly DurationPart[]): boolean {
  if (parts.some(({ number, unit }) => number.includes('.') && !['h', 'min', 's', 'ms'].includes(unit))) return false;
  const ranks = parts.map(({ unit }) => LONGEST_FIRST.indexOf(unit));
  if (ranks.length === 1) return true;
  const calendar = ranks.filter((rank) => rank < 2).length;
  return ranks.every((rank, i) => rank > (ranks[i - 1] ?? -1)) && (calendar === 0 || calendar === ranks.length);
}
