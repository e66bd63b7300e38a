// What was ordered in the period of a cost report. Must not know what is asked of it.
import type { At } from './at';
import type { Thing } from './pack';
import type { Reader } from './reader';
import { isNone } from './written';

/** The purchases of a report, none of them where it says so; else why they can't be looked at. */
export function purchasesIn(report: Thing, pack: Reader): { readonly items: readonly At[] } | { readonly why: string } {
  const list = pack.at(report, 'purchases');
  if (isNone(list.value)) return { items: [] };
  if (!list.written) return { why: `"${report.id}" does not say what was ordered` };
  return list.isMap ? { why: `what was ordered in "${report.id}" stands in an export` } : { items: list.items };
}

/** What was ordered, in the author's words. */
export const orderWords = (purchase: At): string => purchase.get('what').text ?? purchase.get('id').text ?? 'a purchase';
