// The lines of a budget or cost report, and what of them each service bears. Must not know what is compared.
import { type Money, parseMoney, type Rate } from '../arithmetic/money';
import { sharedOut } from '../arithmetic/shares';
import type { CannotTell } from '../arithmetic/told';
import type { At } from './at';
import { currencyOf } from './manifest';
import type { Thing } from './pack';
import type { Reader } from './reader';
import { inForce } from './standing';

/** The lines; else why they can't be looked at. */
export function linesIn(costs: Thing, pack: Reader): readonly At[] | CannotTell {
  const lines = pack.at(costs, 'lines');
  if (lines.isMap) return { cannotTell: `the lines of "${costs.id}" stand in an export` };
  return lines.items.length > 0 ? lines.items : { cannotTell: `"${costs.id}" has no lines` };
}

/** The budget that a cost report is held against; of a budget itself. Undefined where it isn't there, or stands there twice. */
export function budgetOf(costs: Thing, pack: Reader): Thing | undefined {
  if (costs.sort === 'budget') return costs;
  const id = pack.at(costs, 'budget').text;
  const found = id === undefined ? [] : pack.find('budget', id).filter((b) => b.frame.says.status === 'agreed');
  return found.length === 1 ? found[0] : found.find((b) => inForce(b, costs.day ?? pack.today()));
}

/** The three letters that its sums are in. */
export function currencyIn(costs: Thing, pack: Reader): string {
  const budget = budgetOf(costs, pack);
  return (budget && pack.at(budget, 'currency').text) ?? currencyOf(pack);
}

/** The rates it names, and those of its budget for currencies that it has none for. */
export function ratesIn(costs: Thing, pack: Reader): readonly Rate[] {
  const own = readRates(costs, pack);
  const budget = budgetOf(costs, pack);
  const pairs = new Set(own.map(pairOf));
  return [...own, ...(budget && budget !== costs ? readRates(budget, pack).filter((r) => !pairs.has(pairOf(r))) : [])];
}

const pairOf = ({ from, to }: Rate): string => [from ?? '', to ?? ''].sort().join(' ');

const readRates = (costs: Thing, pack: Reader): readonly Rate[] =>
  pack.at(costs, 'exchangeRates').items.map((item) => ({
    from: item.get('from').text,
    to: item.get('to').text,
    rate: item.get('rate').text,
    on: item.get('on').text,
  }));

/** `net` or `gross`, where a line of a budget or the budget itself says it. */
export const taxOf = (line: At, budget: Thing, pack: Reader): string | undefined => line.get('tax').text ?? pack.at(budget, 'tax').text;

/** A part of an amount that one service bears. */
export interface Part {
  readonly service: string;
  readonly money: Money;
}

/** Who bears an amount by what its line says, shared out to the smallest coin; else why nobody can tell. */
export function partsOf(amount: At, bearer: At, costs: Thing, pack: Reader): readonly Part[] | CannotTell {
  const money = parseMoney(amount.text ?? '');
  const key = bearer.get('key').text;
  const services = bearer.get('services').items.flatMap((at) => at.text ?? []);
  if (!money) return { cannotTell: 'a line has no amount' };
  if (key === undefined) {
    const [service, other] = services;
    if (service === undefined) return { cannotTell: 'a line says neither service nor key' };
    return other === undefined ? [{ service, money }] : { cannotTell: 'a line is borne by several services together' };
  }
  const shares = sharesOf(key, costs, pack);
  if ('cannotTell' in shares) return shares;
  const parts = sharedOut(
    money,
    shares.map(({ share }) => share),
  );
  if ('cannotTell' in parts) return parts;
  return shares.flatMap(({ service }, i) => (parts[i] ? [{ service, money: parts[i] }] : []));
}

export interface Share {
  readonly service: string;
  readonly share: string;
}

/** The shares by which a key is used: those of the cost report itself, else those of the policy in force in its time. */
export function sharesOf(key: string, costs: Thing, pack: Reader): readonly Share[] | CannotTell {
  const used = pack
    .at(costs, 'allocation')
    .items.find((item) => item.get('key').text === key)
    ?.get('services');
  const own = used ? readShares(used) : [];
  if (own.length > 0) return own;
  const keys = keysIn(key, costs, pack);
  const [policy, other] = keys.map((k) => readShares(pack.at(k, 'services')));
  if (!policy || other) return { cannotTell: `${policy ? 'several policies have' : 'no policy in force then has'} the key "${key}"` };
  return policy.length > 0 ? policy : { cannotTell: `the key "${key}" has no shares` };
}

/** The versions of a key that were agreed and in force on the first day that costs are about. */
export function keysIn(key: string, costs: Thing, pack: Reader): readonly Thing[] {
  const path = costs.sort === 'budget' ? 'valid' : 'period';
  const day = pack.at(costs, path, 'from').text ?? costs.day ?? pack.today();
  return pack.find('allocation-key', key).filter((k) => k.frame.says.status === 'agreed' && inForce(k, day));
}

/** Only where each of them is written. */
function readShares(services: At): readonly Share[] {
  const shares = services.items.flatMap((item) => {
    const [service, share] = [item.get('service').text, item.get('share').text];
    return service === undefined || share === undefined ? [] : [{ service, share }];
  });
  return shares.length === services.items.length ? shares : [];
}
