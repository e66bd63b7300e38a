// Days and times as another tool writes them, by a form such as "DD.MM.YYYY HH:mm". Must not know fields or zones.

import { formats } from '../knowledge/formats';

/** A day "2026-06-09" and, where it was written, the time on it "14:05"; `zone` where the text itself says its offset: "+02:00". */
export interface Moment {
  readonly day: string;
  readonly time?: string;
  readonly zone?: string;
}

const PARTS: Readonly<Record<string, string>> = {
  YYYY: '(?<Y>\\d{4})',
  YY: '(?<y>\\d{2})',
  MM: '(?<M>\\d{1,2})',
  M: '(?<M>\\d{1,2})',
  DD: '(?<D>\\d{1,2})',
  D: '(?<D>\\d{1,2})',
  HH: '(?<H>\\d{1,2})',
  H: '(?<H>\\d{1,2})',
  hh: '(?<H>\\d{1,2})',
  h: '(?<H>\\d{1,2})',
  mm: '(?<m>\\d{2})',
  m: '(?<m>\\d{1,2})',
  ss: '(?<s>\\d{2})',
  s: '(?<s>\\d{1,2})',
};

/** What stands behind a time of day: seconds, parts of them, and how far the clock is from that of Greenwich. */
const REST = '(?::\\d{2}(?:[.,]\\d+)?)?(?:\\s?(?<zone>Z|[+-]\\d{2}:?\\d{2}))?';
const USUAL = 'YYYY-MM-DD[ T]HH:mm';

/** Without a form as ISO 8601 has it. Undefined where the text is no day of the calendar written like that. The time may be left out. */
export function momentIn(text: string, form?: string): Moment | undefined {
  const pattern = form === undefined ? USUAL : form.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  const [days, times] = [pattern.replace(/[^YMD]*[Hhms].*$/s, ''), /[Hhms]/.test(pattern)];
  for (const written of times ? [pattern, days] : [pattern]) {
    const source = written.replace(/YYYY|YY|MM?|DD?|HH?|hh?|mm?|ss?/g, (part) => PARTS[part] ?? part);
    const found = groupsOf(`^${source}${written === pattern && times ? REST : ''}$`, text);
    const moment = found && toMoment(found);
    if (moment) return moment;
  }
  return undefined;
}

/** A form that names a part twice is none. */
function groupsOf(source: string, text: string): Readonly<Record<string, string | undefined>> | undefined {
  try {
    return new RegExp(source).exec(text)?.groups;
  } catch {
    return undefined;
  }
}

function toMoment({ Y, y, M, D, H, m = '00', zone }: Readonly<Record<string, string | undefined>>): Moment | undefined {
  if ((Y === undefined && y === undefined) || M === undefined || D === undefined) return undefined;
  const day = `${Y ?? `20${y}`}-${M.padStart(2, '0')}-${D.padStart(2, '0')}`;
  if (H === undefined) return { day };
  if (Number(H) > 23 || Number(m) > 59) return undefined;
  return { day, time: `${H.padStart(2, '0')}:${m.padStart(2, '0')}`, ...(zone !== undefined && { zone: offset(zone) }) };
}

const offset = (zone: string): string => (zone === 'Z' ? 'UTC' : zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`);

/** How days and times are written by tools that don't follow ISO 8601, likeliest first, and that itself. */
const KNOWN: readonly string[] = [
  'YYYY-MM-DD HH:mm',
  'DD.MM.YYYY HH:mm',
  'DD/MM/YYYY HH:mm',
  'MM/DD/YYYY HH:mm',
  'DD-MM-YYYY HH:mm',
  'YYYY/MM/DD HH:mm',
  'YYYY.MM.DD HH:mm',
  'DD.MM.YY HH:mm',
  'DD/MM/YY HH:mm',
  'MM/DD/YY HH:mm',
];

/** The forms in which all of these texts are days; several where they don't tell the day from the month. */
export function formsOf(texts: readonly string[]): readonly string[] {
  const fit = KNOWN.filter((form) => texts.every((text) => isDay(momentIn(text, form)?.day)));
  return texts.some((text) => text.includes(':')) ? fit : fit.map((form) => form.replace(' HH:mm', ''));
}

const isDay = (day: string | undefined): boolean => day !== undefined && formats.date(day);
