// A change was carried out, and a document that it names says nothing of it.
import { compareDates } from '../../arithmetic/dates';
import { addInterval, parseInterval } from '../../arithmetic/interval';
import { dayAt } from '../../model/approval';
import type { At } from '../../model/at';
import { graceOf } from '../../model/manifest';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { inForce } from '../../model/standing';
import { addTo, rule } from '../rule';

export default rule({
  demands: ['6.1-change-control', '6.3-plan-change-control', '6.5-plan-change-control', '7.1-requirement-changes', '7.2-change-control'],
  each: 'change of documents',
  severity: 'error',
  says: 'The change "{change}" was carried out on {on} and names "{document}", but the history of "{document}" has no version that goes back to it.',
  do: 'Bring the document up to date with a new version that names the change, or take it off the documents touched.',
  fix: 'Add a version to the history of "{document}"',
  because: 'This is the history that says nothing of "{change}".',
  about:
    'Each document that a change carried out names is looked through for a version that was made because of it, also beside it in an older or newer version. A line that only says that nothing had to change since will do; so will the first version of a document. A version of those days that names no change is reported separately, one that names another change may hold both, and only documents in force are looked at, once the grace of the manifest is over.',
  example: { change: 'CHG-88', on: '2026-06-01', document: 'mail-pilots' },
  check(change, pack, report) {
    const implemented = dayAt(pack.at(change, 'implemented'));
    const requested = dayAt(pack.at(change, 'requested'));
    if (implemented === undefined) return report.cantTell(`"${change.id}" does not say on which day it was carried out`);
    const grace = parseInterval(graceOf(pack));
    const end = grace ? addInterval(implemented, grace) : implemented;
    if (compareDates(end, pack.today()) >= 0) return;
    for (const at of pack.at(change, 'documents').items) {
      for (const document of named(at, pack)) {
        const lines = linesOf(document, pack);
        const isSaid = lines.some((line) => line.get('change').text === change.id || line.get('why').text?.includes(change.id));
        if (lines.length === 0 || isSaid || lines.some((line) => mayHoldIt(line, lines, requested ?? implemented, end))) continue;
        const values = { change: change.id, on: implemented, document: document.id };
        const history = pack.at(document, 'history');
        report(at, values, { because: [history], fix: { add: addTo(history) } });
      }
    }
  },
});

/** The document in force that is named; none where several kinds have that id, since nobody can tell which is meant. */
function named(at: At, pack: Reader): readonly Thing[] {
  const reference = at.text;
  if (reference === undefined) return [];
  const found = [...pack.knowledge.kinds.values()].flatMap((kind) => (kind.form === 'controlled' ? pack.find(kind.kind, reference) : []));
  const sorts = new Set(found.map((thing) => thing.sort));
  const counting = found.filter((thing) => thing.frame.says.status === 'agreed' && inForce(thing, pack.today()));
  return sorts.size === 1 ? counting.slice(0, 1) : [];
}

/** The lines of all versions of a document. */
const linesOf = (document: Thing, pack: Reader): readonly At[] =>
  pack.find(document.sort, document.id).flatMap((version) => pack.at(version, 'history').items);

/** Made in the days of the change: a first version, one looked through, or one that says another change or none. Later ones only say "unchanged". */
function mayHoldIt(line: At, lines: readonly At[], from: string, to: string): boolean {
  const on = dayAt(line.get('on'));
  if (on === undefined) return true;
  if (line.get('unchanged').isTrue) return compareDates(on, from) >= 0;
  const isFirst = lines[0]?.get('version').text === line.get('version').text;
  return compareDates(on, from) >= 0 && (isFirst || compareDates(on, to) <= 0 || !line.get('change').written);
}
