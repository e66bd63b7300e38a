// Nobody has looked a document through for longer than it says itself.
import { compareDates } from '../../arithmetic/dates';
import { dueDate, parseInterval } from '../../arithmetic/interval';
import { graceOf } from '../../model/manifest';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { startOf } from '../../model/standing';
import { addTo, rule } from '../rule';

export default rule({
  demands: [],
  each: 'upkeep',
  severity: 'warning',
  says: '"{document}" was last reviewed on {last}. With {interval} between two reviews the next one was due on {due}.',
  do: 'Check whether it is still correct, and add a line to its history, with unchanged: true where nothing had to change.',
  works: '"{document}" was last reviewed on {last}; with {interval} between two reviews the next one is due on {due}.',
  because: 'This is how often "{document}" is to be reviewed.',
  fix: 'Add a line to the history of "{document}"',
  about:
    'The interval in which a document is looked through is compared with the latest line of its history; where it has none, with the first day of its validity. The grace of the manifest is added. Agreements of which the standard itself wants to see such a review are reported by that demand instead.',
  example: { document: 'security', interval: '1 year', last: '2025-06-20', due: '2026-06-20' },
  check(upkeep, pack, report) {
    const root = pack.root(upkeep);
    const at = pack.at(upkeep, 'interval');
    if (!root || upkeep.path.length !== 1 || root.frame.form !== 'controlled' || isTold(root, pack)) return;
    const last = root.frame.looked ?? startOf(root, pack);
    if (at.text === undefined || !parseInterval(at.text) || last === undefined)
      return report.cantTell('when it was last looked through is not written');
    const due = dueDate({ last, interval: at.text, grace: graceOf(pack) });
    if (!due) return;
    const history = pack.at(root, 'history');
    const values = { document: root.id, interval: at.text, last, due: due.due };
    report.works([at, history.items.at(-1)?.get('on') ?? pack.at(root, 'valid', 'from')], values);
    if (compareDates(pack.today(), due.overdueFrom) < 0) return;
    report(history.written ? history : at, values, { because: [at], fix: { add: addTo(history) } });
  },
});

/** By a demand that counts the same interval. */
function isTold(root: Thing, pack: Reader): boolean {
  const is2011 = pack.says('edition')?.text === '2011';
  return pack.knowledge.demands.some(
    (d) =>
      (is2011 ? d.only !== 2018 : d.iso2018 !== '-') &&
      d.every?.some(({ head, fields }) => head === root.sort && fields.map((f) => f.name).join('.') === 'review.interval'),
  );
}
