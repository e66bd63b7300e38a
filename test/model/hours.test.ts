// The hours behind the name of a calendar.

import { strict as assert } from 'node:assert';
import { loadKnowledge } from '../../server/knowledge/knowledge';
import { calendarNamed } from '../../server/model/hours';
import { Sms } from '../../server/workspace/sms';

const MANIFEST = 'kind: sms\nformat: 1\nzone: Europe/Berlin\n';
const OFFICE =
  'kind: calendar\nid: office\nweek:\n  - {days: [monday, friday], hours: 08:00-16:00}\nholidays:\n  - {on: 2026-12-25, name: Christmas}\n';

function readerOf(...texts: string[]) {
  const sms = new Sms('file:///sms', loadKnowledge(), [], '2026-06-01', () => assert.fail());
  sms.setTexts(texts.map((text, i) => ({ uri: `file:///sms/${i}.yaml`, text })));
  return sms.reader();
}

describe('the hours that a name stands for', () => {
  it('are those of the calendar, on its own clocks or those of the SMS', () => {
    const office = calendarNamed('office', readerOf(MANIFEST, OFFICE));
    assert.ok(!('cannotTell' in office));
    assert.equal(office.zone, 'Europe/Berlin');
    assert.deepEqual(office.week[4], [{ from: 480, to: 960 }]);
    assert.deepEqual([...office.holidays], [['2026-12-25', { name: 'Christmas', hours: [] }]]);
    const abroad = calendarNamed('office', readerOf(MANIFEST, `${OFFICE}zone: America/New_York\n`));
    assert.equal('zone' in abroad && abroad.zone, 'America/New_York');
    const always = calendarNamed('around the clock', readerOf());
    assert.equal('zone' in always && always.zone, 'UTC');
  });

  it('are open where nobody says, or says it twice', () => {
    assert.deepEqual(calendarNamed('office', readerOf(MANIFEST)), { cannotTell: 'there is no calendar "office"' });
    assert.deepEqual(calendarNamed(undefined, readerOf(MANIFEST)), { cannotTell: 'nobody says which hours are meant' });
    assert.deepEqual(calendarNamed('office', readerOf(MANIFEST, OFFICE, OFFICE)), {
      cannotTell: 'there is more than one calendar "office"',
    });
    assert.deepEqual(calendarNamed('office', readerOf(OFFICE)), { cannotTell: 'the calendar "office" has no time zone' });
  });
});
