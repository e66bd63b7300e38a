// Whether it is the form of all days of an export that is wrong, and not one of the days. Must not know what the days are of.
import type { JsonObject } from '../knowledge/types';
import { formsOf } from './date-form';
import type { ItemFault, MappingFault } from './mapping-fault';

/** `days`: how many days are written in the rows. One fault for all of them where none can be read. */
export function formFault(days: number, faults: readonly ItemFault[], mapping: JsonObject): MappingFault[] {
  const wrong = faults.filter((f) => f.code === 'export-date');
  if (wrong.length < 2 || wrong.length < days) return [];
  const forms = formsOf(wrong.map((f) => f.values.found ?? ''));
  const isSaid = typeof mapping.dates === 'string';
  const advice = forms.length > 0 ? forms.map((form) => `"dates: ${form}"`).join(' or ') : '"dates: DD.MM.YYYY HH:mm", or whatever it is';
  const values = { file: String(mapping.export), form: wrong[0]?.values.form ?? '', found: wrong[0]?.values.found ?? '', advice };
  return [{ code: 'export-dates', path: [isSaid ? 'dates' : 'export'], values, suggest: isSaid ? forms : [] }];
}
