// Hours of a week as people write them in one line, "Mon-Fri 8-18", for which there is a calendar here. Must not know where they stand.

export interface WeekMeant {
  /** In the words of a calendar, from monday on. */
  readonly days: readonly string[];
  /** HH:MM-HH:MM */
  readonly hours: string;
}

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** By two letters, as in English and in German. */
const TWO_LETTERS: Readonly<Record<string, number>> = { mo: 0, tu: 1, di: 1, we: 2, mi: 2, th: 3, do: 3, fr: 4, sa: 5, su: 6, so: 6 };

const DAY =
  '(?:mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|mo|tu|we|th|fr|sa|su|di|mi|do|so)s?\\.?';
const BETWEEN = '\\s*(?:-|–|—|to|until|till|bis)\\s*';
const TIME = '(\\d{1,2})(?:[:.](\\d\\d))?(?:\\s*(?:h|uhr))?';
const SPAN = `${TIME}${BETWEEN}${TIME}`;
const WEEK = `(${DAY})(?:${BETWEEN}(${DAY}))?|(weekdays|working days|daily|every day|every weekday)`;

/** Undefined where it isn't one span of days with one span of hours, or no such hours exist. */
export function weekMeant(text: string): WeekMeant | undefined {
  const said = text.replace(/[\s,;()]+/g, ' ').trim();
  const [, first, last, word, ...behind] = new RegExp(`^(?:${WEEK}) (?:from )?${SPAN}$`, 'i').exec(said) ?? turned(said) ?? [];
  const hours = spanOf(behind.slice(0, 4));
  if (hours === undefined) return undefined;
  if (word !== undefined) return { days: /daily|every day/i.test(word) ? DAYS : DAYS.slice(0, 5), hours };
  const [from, to] = [dayOf(first), last === undefined ? dayOf(first) : dayOf(last)];
  return from === undefined || to === undefined || to < from ? undefined : { days: DAYS.slice(from, to + 1), hours };
}

/** The hours first: "8-18 Mon-Fri". */
function turned(said: string): readonly (string | undefined)[] | undefined {
  const found = new RegExp(`^${SPAN} (?:on )?(?:${WEEK})$`, 'i').exec(said);
  return found ? ['', ...found.slice(5, 8), ...found.slice(1, 5)] : undefined;
}

const dayOf = (word: string | undefined): number | undefined => TWO_LETTERS[word?.slice(0, 2).toLowerCase() ?? ''];

function spanOf([h = '', m = '00', to = '', min = '00']: readonly (string | undefined)[]): string | undefined {
  const at = (hour: string, minute: string) => `${hour.padStart(2, '0')}:${minute}`;
  const [start, end] = [at(h, m), at(to, min)];
  return h !== '' && start < end && end <= '24:00' && Number(m) < 60 && Number(min) < 60 ? `${start}-${end}` : undefined;
}
