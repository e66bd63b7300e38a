// What a cost report says the whole period of its budget will cost. Must not know what it is held against.
import { type Money, parseMoney } from '../arithmetic/money';
import type { At } from './at';
import type { Thing } from './pack';
import type { Reader } from './reader';

/** The figures of a forecast as they are written; each undefined where it is not. */
export interface Outlook {
  readonly at: At;
  readonly spent: Money | undefined;
  readonly expected: Money | undefined;
  readonly outlook: Money | undefined;
}

export function outlookOf(costs: Thing, pack: Reader): Outlook {
  const at = pack.at(costs, 'forecast');
  const money = (field: string) => parseMoney(at.get(field).text ?? '');
  return { at, spent: money('spent'), expected: money('expected'), outlook: money('outlook') };
}
