// The lines of a document's history by their days. Must not know who asks, nor any kind by name.
import { compareDates } from '../arithmetic/dates';
import { dayAt } from './approval';
import type { At } from './at';
import type { Thing } from './pack';
import type { Reader } from './reader';

/** The lines that brought a new version: not the first, and none by which it was only looked through. */
export function changesOf(document: Thing, pack: Reader): readonly At[] {
  const lines = pack.at(document, 'history').items;
  const first = lines[0]?.get('version').text;
  return lines.filter((line) => line.get('version').text !== first && !line.get('unchanged').isTrue);
}

/** The day of the latest line; undefined where none says one. */
export function latest(lines: readonly At[]): At | undefined {
  const days = lines.map((line) => line.get('on')).filter((on) => dayAt(on) !== undefined);
  return days.reduce<At | undefined>((a, b) => (a === undefined || compareDates(b.text ?? '', a.text ?? '') >= 0 ? b : a), undefined);
}
