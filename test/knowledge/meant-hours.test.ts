// Hours of a week as people write them in one line, and what is no such line.
import assert from 'node:assert/strict';
import { weekMeant } from '../../server/knowledge/meant-hours';

const said = (text: string) => {
  const week = weekMeant(text);
  return week && `${week.days[0]} ${week.days.length} ${week.hours}`;
};

describe('hours in words', () => {
  for (const [text, meant] of [
    ['Mon-Fri 8-18', 'monday 5 08:00-18:00'],
    ['Monday to Friday, 08:00 - 18:00', 'monday 5 08:00-18:00'],
    ['Mo-Fr 8.30–17 Uhr', 'monday 5 08:30-17:00'],
    ['Mo.–So. 0-24', 'monday 7 00:00-24:00'],
    ['8-18 Mon-Fri', 'monday 5 08:00-18:00'],
    ['08:00-18:00 (Tue-Sat)', 'tuesday 5 08:00-18:00'],
    ['weekdays 9-17', 'monday 5 09:00-17:00'],
    ['daily from 6 to 22 h', 'monday 7 06:00-22:00'],
    ['Saturday 9-13', 'saturday 1 09:00-13:00'],
  ] as const)
    it(`"${text}" says which`, () => assert.equal(said(text), meant));

  for (const text of [
    'office',
    'Mon-Fri',
    '8-18',
    'Mon-Fri 18-8',
    'Mon-Fri 8-25',
    'Mon-Fri 8:75-18',
    'Fri-Mon 8-18',
    'Mon, Wed 8-18',
    'month 1-2',
    '8x5',
  ])
    it(`"${text}" does not`, () => assert.equal(said(text), undefined));
});
