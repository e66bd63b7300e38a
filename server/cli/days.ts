// The days of --today, --on and --period as typed, or in plain words why they can't be read, with what may have been meant. Must not know
// today, nor what is asked about them.
import type { Period } from '../arithmetic/periods';
import { meant } from '../knowledge/meant';
import { shortMonth } from '../knowledge/meant-day';
import { dayMeant, periodMeant } from '../knowledge/meant-period';
import type { Wrong } from './asked';
import { listedOr } from './take-apart';

/** The period of the manifest. */
export const AUDIT = 'audit';

/** YYYY-MM-DD. `option`: "--on". */
export function readDay(option: string, text: string): string | Wrong {
  const day = dayMeant(text);
  return day ?? { wrong: `${option} must be a day such as 2026-03-31, not "${text}".${dayHint(option, text)}` };
}

function dayHint(option: string, text: string): string {
  const period = periodMeant(text);
  if (period && period.from !== period.to) {
    const typed = /\s/.test(text) ? `"${text}"` : text;
    return option === '--on'
      ? ` For all of it: --period ${typed}. For its last day: --on ${period.to}.`
      : ` Its last day would be ${period.to}.`;
  }
  const { to } = meant('date', text);
  if (to.length > 0) return ` Did you mean ${listedOr(to)}?`;
  const month = shortMonth(text);
  if (month) return ` ${month.month} has ${month.days} days.`;
  const [, year = '', one = '', two = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const turned = dayMeant(`${year}-${two}-${one}`);
  if (turned !== undefined) return ` There is no month ${one}. Did you mean ${turned}?`;
  return '';
}

/** Two days, both included, a year, half, quarter or month, or `audit`. */
export function readPeriod(text: string): Period | typeof AUDIT | Wrong {
  if (text.toLowerCase() === AUDIT) return AUDIT;
  const day = dayMeant(text);
  if (day !== undefined)
    return { wrong: `${day} is one day: ask for it with --on ${day}, or write the last day behind it: --period ${day}/LAST.` };
  const period = periodMeant(text);
  if (!period) {
    return {
      wrong: `--period must be two days such as 2026-01-01/2026-12-31, a year, quarter or month such as 2026, 2026-Q1 or 2026-03, or ${AUDIT} for the period in sms.yaml, not "${text}".${endsHint(text)}`,
    };
  }
  if (period.from > period.to) return { wrong: `The period ${text} ends before it begins. Did you mean ${turned(text, period)}?` };
  return period;
}

/** A year that is written behind another can't be turned by its ends alone. */
const turned = (text: string, { from, to }: Period): string => {
  const [one, two] = text.split('/');
  const again = one !== undefined && two !== undefined ? periodMeant(`${two}/${one}`) : undefined;
  return again ? `${again.from}/${again.to}` : `${to}/${from}`;
};

/** Which of the two days it is. */
function endsHint(text: string): string {
  const wrong = text.split('/').filter((end) => text.includes('/') && dayMeant(end.trim()) === undefined);
  const [first] = wrong;
  return first === undefined || first === '' ? '' : ` "${first.trim()}" is no day.${dayHint('', first.trim())}`;
}
