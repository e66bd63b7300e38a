// The lines of a budget or cost report come to another sum than is written beneath them.
import { type Money, moneyInWords, parseMoney, sameMoney, sumOfMoney } from '../../arithmetic/money';
import type { At } from '../../model/at';
import { budgetOf, linesIn, partsOf, ratesIn, taxOf } from '../../model/cost-lines';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { type Report, rule } from '../rule';

export default rule({
  demands: ['6.4-budgeted', '6.4-monitored'],
  each: ['budget', 'cost report'],
  severity: 'warning',
  says: '{what} is given as {stated}, but the lines come to {summed}.',
  do: 'Check which of them is right, and correct the total or the line.',
  works: '{what} is given as {stated}; the lines come to {summed}.',
  because: 'The lines come to {summed}.',
  about:
    'The sums of a budget and of a cost report are added up again from their lines: all of them, and those of each service with its shares of indirect cost. A cent, or the smallest unit of another currency, per line counts as rounding. Where amounts are missing, are in a currency without a rate, are partly with and partly without tax, or are borne by several services together, nobody can tell.',
  example: { what: 'The sum of all lines', stated: '412,000 EUR', summed: '421,000 EUR (60,000 EUR + 361,000 EUR)' },
  check(costs, pack, report) {
    const totals = pack.at(costs, 'totals');
    if (!totals.written) return;
    const lines = linesIn(costs, pack);
    if ('cannotTell' in lines) return report.cantTell(lines.cannotTell);
    if (costs.sort === 'budget') {
      if (new Set(lines.map((line) => taxOf(line, costs, pack))).size > 1)
        return report.cantTell('some lines are with tax and some without');
      compare(
        'The sum of all lines',
        totals.get('all'),
        lines.map((line) => line.get('amount')),
        costs,
        pack,
        report,
      );
    } else {
      for (const field of ['budgeted', 'actual'] as const)
        compare(
          titles[field],
          totals.get(field),
          lines.map((line) => line.get(field)),
          costs,
          pack,
          report,
        );
    }
    compareServices(totals.get('services').items, lines, costs, pack, report);
  },
});

const titles = { budgeted: 'What was budgeted in all', actual: 'What was spent in all' } as const;

/** More terms aren't listed. */
const MOST = 6;

function compare(what: string, stated: At, amounts: readonly At[], costs: Thing, pack: Reader, report: Report): void {
  const money = amounts.map((at) => parseMoney(at.text ?? ''));
  const known = money.filter((m) => m !== undefined);
  if (known.length < money.length) report.cantTell(`not each line of "${costs.id}" has its amount`);
  else judge(what, stated, known, known.length, costs, pack, report);
}

function judge(what: string, at: At, parts: readonly Money[], lines: number, costs: Thing, pack: Reader, report: Report): void {
  const stated = parseMoney(at.text ?? '');
  if (!stated) return;
  const sum = sumOfMoney(parts, ratesIn(costs, pack), stated.currency);
  if ('cannotTell' in sum) {
    report.cantTell(sum.cannotTell);
    return;
  }
  const terms = parts.length > MOST ? `${parts.length} lines` : sum.working.replace(/ = [^=]*$/, '');
  const summed = `${moneyInWords(sum.sum)}${parts.length > 1 ? ` (${terms})` : ''}`;
  const values = { what, stated: at.text ?? '', summed };
  report.works([at], values);
  if (sameMoney(stated, sum.sum, Math.max(lines, 1)) === false) report(at, values);
}

function compareServices(totals: readonly At[], lines: readonly At[], costs: Thing, pack: Reader, report: Report): void {
  if (totals.length === 0) return;
  const field = costs.sort === 'budget' ? 'amount' : 'actual';
  const budget = budgetOf(costs, pack);
  const parts = lines.map((line) => partsOf(line.get(field), bearerOf(line, budget, pack), costs, pack));
  const unknown = parts.find((p) => 'cannotTell' in p);
  if (unknown && 'cannotTell' in unknown) {
    report.cantTell(unknown.cannotTell);
    return;
  }
  const known = parts.flatMap((p) => ('cannotTell' in p ? [] : p));
  for (const total of totals) {
    const service = total.get('service').text;
    const own = known.filter((p) => p.service === service).map((p) => p.money);
    judge(`The cost of "${service ?? ''}"`, total.get(field), own, lines.length, costs, pack, report);
  }
}

/** The line itself; where it says neither service nor key, the line of the budget that it names. */
function bearerOf(line: At, budget: Thing | undefined, pack: Reader): At {
  if (line.get('key').written || line.get('services').written || !budget) return line;
  const id = line.get('line').text;
  return (id === undefined ? undefined : pack.at(budget, 'lines').items.find((l) => l.get('id').text === id)) ?? line;
}
