// Somebody signed an SLA for a customer who did not speak for that customer on that day.
import { compareDates } from '../../arithmetic/dates';
import { dayAt } from '../../model/approval';
import type { At } from '../../model/at';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { holdsOn } from '../../model/standing';
import { rule } from '../rule';

export default rule({
  demands: ['6.1-sla-exists'],
  each: 'sla',
  severity: 'error',
  says: '{who} agreed to the SLA "{sla}" for "{customer}" on {on}, but {why}.',
  do: 'Have it agreed to by somebody who speaks for the customer, or correct from when and until when this person does.',
  because: 'Here it says who speaks for the customer, and from when to when.',
  about:
    'Whoever agreed to an SLA in force on behalf of a customer is looked for among the authorised people of that customer, by id or name, and has to be one of them on the day of signing; who leaves later has still signed. The deputy of somebody who was authorised on that day may sign as well. A name that no register knows is taken for somebody whom nobody can judge.',
  example: {
    who: 'M. Brandt',
    sla: 'mail-pilots',
    customer: 'pilots',
    on: '2026-05-12',
    why: 'spoke for this customer only until 2026-04-30',
  },
  check(sla, pack, report) {
    for (const line of pack.at(sla, 'agreement').items) {
      const [party, by] = [line.get('party').text, line.get('by')];
      const on = dayAt(line.get('on'));
      const [customer, ...more] = party === undefined || party === 'provider' ? [] : pack.find('customer', party);
      if (!customer || more.length > 0 || by.text === undefined || on === undefined) continue;
      const people = pack.at(customer, 'authorised').items;
      if (people.length === 0 || people.some((p) => mayOn(p, by.text, on, people))) continue;
      const own = people.find((p) => isCalled(p, by.text));
      const other = own ? undefined : otherSide(by.text, pack);
      if (!own && !other) {
        report.cantTell(`no register knows "${by.text}", who agreed to "${sla.id}"`);
        continue;
      }
      const [from, until] = [own?.get('from'), own?.get('until')];
      const isGone = until?.text !== undefined && dayAt(until) !== undefined && compareDates(until.text, on) < 0;
      const why = !own
        ? `speaks for "${other}" and not for this customer`
        : isGone
          ? `spoke for this customer only until ${until.text}`
          : `speaks for this customer only since ${from?.text ?? ''}`;
      const name = own?.get('name').text ?? by.text;
      const values = { who: name, sla: sla.id, customer: customer.id, on, why };
      report(by, values, { because: [(isGone ? until : from) ?? pack.at(customer, 'authorised')] });
    }
  },
});

const isCalled = (person: At, name: string | undefined): boolean =>
  name !== undefined && [person.get('id').text, person.get('name').text].includes(name);

const isHereOn = (person: At, on: string): boolean =>
  holdsOn({ from: person.get('from').text ?? null, to: person.get('until').text ?? null }, on);

/** Themselves, or as the deputy of somebody who spoke for the customer on that day. */
function mayOn(person: At, name: string | undefined, on: string, people: readonly At[]): boolean {
  if (!isHereOn(person, on)) return false;
  if (isCalled(person, name)) return true;
  const deputy = person.get('deputy').text;
  const known = people.find((p) => isCalled(p, deputy));
  return deputy !== undefined && (deputy === name || (known !== undefined && isCalled(known, name)));
}

/** The customer or supplier for whom somebody of that id speaks; not where a person of our own has it, too. */
function otherSide(id: string, pack: Reader): string | undefined {
  if (pack.find('person', id).length > 0) return undefined;
  const sides = pack.find('representative', id).map((r) => sideOf(r, pack));
  return sides.every((s) => s !== undefined) ? sides[0] : undefined;
}

function sideOf(representative: Thing, pack: Reader): string | undefined {
  const holders = pack.inside(representative).filter((t) => t.sort === 'customer' || t.sort === 'supplier');
  const root = pack.root(representative);
  const around = [...holders, ...(root && root.path.length === 0 ? [root] : [])];
  return around.find((t) => t.path.length < representative.path.length && t.path.every((key, i) => key === representative.path[i]))?.id;
}
