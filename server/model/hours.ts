// The hours that an agreement means by the name of a calendar. Must not know which field the name stands in, nor what they are for.
import { AROUND_THE_CLOCK, aroundTheClock, type Calendar, readCalendar } from '../arithmetic/calendar';
import type { CannotTell } from '../arithmetic/told';
import { formats } from '../knowledge/formats';
import type { WeekMeant } from '../knowledge/meant-hours';
import type { Reader } from './reader';

/** The calendar of that id, or around the clock; its zone is its own, else the manifest's. */
export function calendarNamed(name: string | undefined, pack: Reader): Calendar | CannotTell {
  const said = pack.says('zone')?.text;
  const zone = said !== undefined && formats.zone(said) ? said : undefined;
  if (name === undefined) return { cannotTell: 'nobody says which hours are meant' };
  if (name === AROUND_THE_CLOCK) return aroundTheClock(zone ?? 'UTC');
  const [found, ...more] = pack.find('calendar', name);
  if (!found || more.length > 0) return { cannotTell: `there is ${found ? 'more than one' : 'no'} calendar "${name}"` };
  const at = (field: string) => pack.at(found, field);
  return readCalendar({
    name,
    zone: at('zone').text ?? zone,
    week: at('week').items.map((item) => ({
      days: item.get('days').items.flatMap((day) => day.text ?? []),
      hours: item.get('hours').text,
    })),
    holidays: at('holidays').items.map((item) => ({
      on: item.get('on').text,
      name: item.get('name').text,
      hours: item.get('hours').text,
    })),
  });
}

/** The calendars whose ordinary week has just these hours on just these days, by their ids. */
export const calendarsWith = ({ days, hours }: WeekMeant, pack: Reader): string[] =>
  pack.all('calendar').flatMap((calendar) => {
    const week = pack.at(calendar, 'week').items;
    const same = week.filter((item) => item.get('hours').text?.padStart(11, '0') === hours);
    const open = same.flatMap((item) => item.get('days').items.flatMap((day) => day.text ?? []));
    return same.length === week.length && [...open].sort().join() === [...days].sort().join() ? [calendar.id] : [];
  });
