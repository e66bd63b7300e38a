// The budget plans another sum for a contract than the contract asks for in that time.
import { chargedIn } from '../../arithmetic/charges';
import { moneyInWords, parseMoney, sameMoney, sumOfMoney } from '../../arithmetic/money';
import type { Period } from '../../arithmetic/periods';
import { fixedEnd } from '../../arithmetic/term';
import type { CannotTell } from '../../arithmetic/told';
import { formats } from '../../knowledge/formats';
import type { At } from '../../model/at';
import { currencyIn, linesIn, ratesIn, taxOf } from '../../model/cost-lines';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { inForce, termOf } from '../../model/standing';
import { isNone } from '../../model/written';
import { rule } from '../rule';

export default rule({
  demands: ['6.4-budgeted'],
  each: 'budget',
  severity: 'warning',
  says: 'The budget "{budget}" plans {planned} for the contract "{contract}", which charges {charged} in that period ({working}).',
  do: 'Correct the line, or write under reason why the amounts differ.',
  works: 'The contract "{contract}" charges {charged} in the period of the budget ({working}); the budget "{budget}" plans {planned}.',
  because: 'The contract "{contract}" charges {charged} in the period of the budget; {planned} is planned.',
  about:
    'What a contract charges in the period of a budget in force is compared with the lines that name the contract, part years by their days. A reason in a line settles a difference. Where a price depends on use or rises by an index, or only one side is with tax, nobody can tell.',
  example: { budget: 'budget-2026', planned: '52,000 EUR', contract: 'acme-hosting', charged: '60,000 EUR', working: '60,000 EUR a year' },
  check(budget, pack, report) {
    const lines = linesIn(budget, pack);
    if ('cannotTell' in lines) return report.cantTell(lines.cannotTell);
    const [from, to] = [pack.at(budget, 'valid', 'from').text, pack.at(budget, 'valid', 'to').text];
    if (from === undefined || to === undefined || !formats.date(from) || !formats.date(to))
      return report.cantTell(`"${budget.id}" does not say from when to when`);
    for (const contract of new Set(lines.flatMap((line) => line.get('contract').text ?? []))) {
      const own = lines.filter((line) => line.get('contract').text === contract);
      const [first] = own;
      if (!first || own.some((line) => line.get('reason').written)) continue;
      const found = compare(contract, own, { from, to }, budget, pack);
      if ('cannotTell' in found) report.cantTell(found.cannotTell);
      else {
        const { planned, charged, working, because } = found;
        const values = { budget: budget.id, planned, contract, charged, working };
        report.works([...own.map((line) => line.get('amount')), ...because], values);
        if (!found.isSame) report(first.get('amount'), values, { because });
      }
    }
  },
});

interface Compared {
  readonly isSame: boolean;
  readonly planned: string;
  readonly charged: string;
  readonly working: string;
  readonly because: readonly At[];
}

function compare(id: string, lines: readonly At[], period: Period, budget: Thing, pack: Reader): Compared | CannotTell {
  const agreed = pack.find('contract', id).filter((c) => c.frame.says.status === 'agreed');
  const [contract, other] = agreed.filter((c) => inForce(c, period.from) || inForce(c, period.to) || inForce(c, pack.today()));
  if (!contract || other) return { cannotTell: `the contract "${id}" is not in force then, or there are several of that name` };
  const items = pack.at(contract, 'charges').items;
  if (items.length === 0) return { cannotTell: `what "${id}" charges stands elsewhere` };
  const taxes = new Set([...items.map((c) => c.get('tax').text), ...lines.map((line) => taxOf(line, budget, pack))]);
  if (taxes.size !== 1 || taxes.has(undefined))
    return { cannotTell: `whether "${id}" and its lines are both with tax or both without is not written` };
  if (items.some((c) => c.get('index').written && !isNone(c.get('index').value)))
    return { cannotTell: `what "${id}" charges rises by a rule of its own` };
  const charges = items.map((c) => chargedIn(chargeIn(c, contract), period));
  const open = charges.find((c) => 'cannotTell' in c);
  if (open && 'cannotTell' in open) return open;
  const known = charges.flatMap((c) => ('cannotTell' in c ? [] : c));
  const amounts = lines.flatMap((line) => parseMoney(line.get('amount').text ?? '') ?? []);
  if (amounts.length < lines.length) return { cannotTell: `a line for "${id}" has no amount` };
  const [rates, currency] = [ratesIn(budget, pack), currencyIn(budget, pack)];
  const charged = sumOfMoney(
    known.map((c) => c.sum),
    rates,
    currency,
  );
  const planned = sumOfMoney(amounts, rates, currency);
  if ('cannotTell' in charged) return charged;
  if ('cannotTell' in planned) return planned;
  return {
    isSame: sameMoney(charged.sum, planned.sum, lines.length + known.length) !== false,
    planned: moneyInWords(planned.sum),
    charged: moneyInWords(charged.sum),
    working: known.map((c) => c.working.replace(/ = [^=]*$/, '')).join(', '),
    because: items.map((c) => c.get('amount')),
  };
}

/** A price as long as the contract runs at most. */
function chargeIn(charge: At, contract: Thing) {
  const term = termOf(contract.frame.says.term);
  const [from, to, per] = [charge.get('from').text, charge.get('to').text, charge.get('per').text];
  return {
    amount: charge.get('amount').text,
    per,
    from:
      per === 'once'
        ? from
        : [from, term.from]
            .flatMap((d) => d ?? [])
            .sort()
            .at(-1),
    to: [to, fixedEnd(term)].flatMap((d) => d ?? []).sort()[0],
  };
}
