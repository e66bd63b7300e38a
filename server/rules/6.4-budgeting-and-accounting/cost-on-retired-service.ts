// Money is planned for a service that is no longer offered.
import type { At } from '../../model/at';
import { keysIn, linesIn } from '../../model/cost-lines';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { rule } from '../rule';

export default rule({
  demands: ['6.4-budgeted'],
  each: 'budget',
  severity: 'error',
  tag: 'deprecated',
  says: 'The budget "{budget}" plans {amount} for "{line}", charged to the service "{service}", which is retired.',
  do: 'Take the service out, or write under reason why it still costs something.',
  because: 'The service "{service}" is retired here.',
  about:
    'The services that bear the lines of a budget in force, by themselves or by an allocation key, are looked up in the catalogue. A reason in the line settles it, as where a contract runs on or the service was still offered for a part of the year.',
  example: { budget: 'budget-2026', amount: '4,800 EUR', line: 'fax line', service: 'fax' },
  check(budget, pack, report) {
    const lines = linesIn(budget, pack);
    if ('cannotTell' in lines) return report.cantTell(lines.cannotTell);
    for (const line of lines) {
      if (line.get('reason').written) continue;
      for (const at of bearersOf(line, budget, pack)) {
        const retired = retiredAt(at.text ?? '', pack);
        if (!retired) continue;
        const values = {
          budget: budget.id,
          amount: line.get('amount').text ?? 'money',
          line: line.get('what').text ?? line.get('id').text ?? 'a line',
          service: at.text ?? '',
        };
        report(at.doc === budget.doc ? at : line.get('key'), values, { because: [retired] });
      }
    }
  },
});

/** Where the services stand that bear it. */
function bearersOf(line: At, budget: Thing, pack: Reader): readonly At[] {
  const key = line.get('key').text;
  const keys = key === undefined ? [] : keysIn(key, budget, pack);
  return [...line.get('services').items, ...keys.flatMap((k) => pack.at(k, 'services').items.map((item) => item.get('service')))];
}

/** Where it says so; undefined where the service is in use or planned, or there is none of that name. */
function retiredAt(id: string, pack: Reader): At | undefined {
  const services = pack.find('service', id);
  const [first] = services;
  return first && services.every((s) => pack.at(s, 'status').text === 'retired') ? pack.at(first, 'status') : undefined;
}
