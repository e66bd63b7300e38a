// Security incidents of the same cause, and nobody looks for what is behind them.
import { compareDates } from '../../arithmetic/dates';
import { addInterval, parseInterval } from '../../arithmetic/interval';
import { graceOf } from '../../model/manifest';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { rule } from '../rule';
import { listed } from '../words';

export default rule({
  demands: ['6.6-problem-records'],
  each: 'security incident',
  severity: 'warning',
  says: 'The security incident "{incident}" has the same cause as {others}, but no problem is recorded for any of them.',
  do: 'Record the problem behind them with its number here, so that somebody looks for what would end it.',
  because: 'The same cause was behind this one, before "{incident}".',
  fix: 'Add the problem to the incident',
  about:
    'The cause that is written of each security incident is looked for, word for word, among earlier ones. Where none of them names a problem or is named by one, and the grace of the manifest is over since the latest was recorded, somebody should have begun to look. A cause that is not known yet is none.',
  example: { incident: 'SEC-15', others: '"SEC-12" (2026-03-04)' },
  check(incident, pack, report) {
    const cause = causeOf(incident, pack);
    const [day, grace] = [incident.day, parseInterval(graceOf(pack))];
    if (cause === undefined || day === undefined || !grace || compareDates(addInterval(day, grace), pack.today()) >= 0) return;
    const same = pack.all(incident.sort).filter((other) => causeOf(other, pack) === cause);
    if (same.some((other) => isFollowedUp(other, pack))) return;
    // Told once, at the latest.
    const isEarlier = (a: Thing, b: Thing) => compareDates(a.day ?? '', b.day ?? '') < 0 || (a.day === b.day && a.id < b.id);
    const others = same.filter((other) => other !== incident && other.day !== undefined);
    if (others.length === 0 || !others.every((other) => isEarlier(other, incident))) return;
    const words = listed(others.map((other) => `"${other.id}" (${other.day})`));
    const more = { because: others.map((other) => pack.at(other, 'cause')), fix: { add: pack.at(incident, 'problem') } };
    report(pack.at(incident, 'cause'), { incident: incident.id, others: words }, more);
  },
});

function causeOf(incident: Thing, pack: Reader): string | undefined {
  const { text } = pack.at(incident, 'cause');
  const plain = text
    ?.toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, '');
  return plain !== undefined && /^none\b|\b(un|not (yet )?)known\b/.test(plain) ? undefined : plain;
}

/** It names a problem, or a problem names it. */
const isFollowedUp = (incident: Thing, pack: Reader): boolean =>
  pack.at(incident, 'problem').written || pack.references(incident).some((r) => pack.owner(r)?.sort === 'problem-record');
