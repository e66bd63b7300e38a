// Customers, or suppliers with access, were never told of the security policy.
import { compareDates } from '../../arithmetic/dates';
import { dueDate } from '../../arithmetic/interval';
import { dayAt } from '../../model/approval';
import type { At } from '../../model/at';
import { graceOf } from '../../model/manifest';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { holdsOn } from '../../model/standing';
import { addTo, rule } from '../rule';
import { listed, plain } from '../words';

export default rule({
  demands: ['6.6-policy-communicated'],
  each: 'security policy',
  severity: 'error',
  says: 'By what is written here, {parties} {never} told of the security policy "{policy}".',
  do: 'Tell them, and add a line with the day and how it was done.',
  because: 'Nobody has told this one.',
  fix: 'Add a line on who was told',
  about:
    'The customers of the register, and the suppliers that have access by theirs, are looked for among those who were told of the policy: by id, by name, or as one of all customers or all suppliers. Those who came later than a letter to all have to be told by themselves, with the grace of the manifest. Where other words stand for whom was told, nobody can tell who is meant.',
  example: { parties: 'Pilots and Acme Hosting GmbH', never: 'were never', policy: 'information' },
  check(policy, pack, report) {
    const told = pack.at(policy, 'communication');
    if (!told.written || told.items.length === 0)
      return report.cantTell(`who was told of "${policy.id}" is not written, or stands elsewhere`);
    const untold = partiesIn(pack).filter((party) => isInTime(party, pack) && !told.items.some((line) => isMeant(line, party, pack)));
    if (untold.length === 0) return;
    const vague = told.items.find((line) => isVague(line.get('audience'), pack));
    if (vague) return report.cantTell(`who is meant by "${vague.get('audience').text ?? ''}" in "${policy.id}" is not known`);
    const values = {
      parties: listed(untold.map((party) => pack.called(party))),
      never: untold.length === 1 ? 'was never' : 'were never',
      policy: policy.id,
    };
    report(told, values, { because: untold.map((party) => pack.at(party)), fix: { add: addTo(told) } });
  },
});

const GROUPS: Readonly<Record<string, string>> = { customer: 'customers', supplier: 'suppliers' };
/** Words that mean people of one's own. */
const OWN = ['staff', 'management', 'service desk', 'employees'];

function partiesIn(pack: Reader): readonly Thing[] {
  const there = (party: Thing) => holdsOn(pack.at(party, 'valid').value, pack.today());
  const suppliers = pack.all('supplier').filter((s) => pack.at(s, 'access').isTrue && pack.at(s, 'role').text !== 'sub');
  return [...pack.all('customer'), ...suppliers].filter(there);
}

/** Since when there is reason to have told them: not before the grace is over. */
function isInTime(party: Thing, pack: Reader): boolean {
  const from = dayAt(pack.at(party, 'valid', 'from'));
  const due = from === undefined ? undefined : dueDate({ last: from, interval: graceOf(pack) })?.due;
  return due === undefined || compareDates(due, pack.today()) < 0;
}

function isMeant(line: At, party: Thing, pack: Reader): boolean {
  const audience = plain(line.get('audience').text ?? '');
  if ([party.id, pack.called(party)].map(plain).includes(audience)) return true;
  const [from, on] = [dayAt(pack.at(party, 'valid', 'from')), dayAt(line.get('on'))];
  return audience === GROUPS[party.sort] && (from === undefined || on === undefined || compareDates(from, on) <= 0);
}

/** In words that may mean anybody. */
function isVague({ text }: At, pack: Reader): boolean {
  if (text === undefined || [...OWN, ...Object.values(GROUPS)].includes(plain(text))) return false;
  return pack.target({ refers: ['supplier', 'customer'], id: text }).length === 0;
}
