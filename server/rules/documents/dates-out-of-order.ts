// A document was approved before it was written, or held before it was approved.
import { compareDates } from '../../arithmetic/dates';
import { dueDate } from '../../arithmetic/interval';
import { approved, contentNow, dayAt, isFixed, isOfThisVersion, versionLine } from '../../model/approval';
import { graceOf } from '../../model/manifest';
import { rule } from '../rule';

export default rule({
  demands: [],
  each: ['approval', 'agreement'],
  severity: 'error',
  says: '"{document}" {first} on {day}, but {second} only on {later}.',
  do: 'Correct the wrong day; what was changed after approval has to be approved again.',
  because: 'This is the other of the two days.',
  about:
    'A version is made, approved, and then holds. The day of an approval is compared with that of the version in the head, by the history, and with the first day of the validity. A version that is dated to its first day is in order, and so is one that is written into the history within the grace of the manifest. Where others agreed, it is reported only that the version is later and that, by the fingerprint, its text is another. Where a day is not written, or the validity is that of an earlier version, it says nothing.',
  example: { document: 'security', first: 'came into force', day: '2026-03-01', second: 'was approved', later: '2026-03-09' },
  check(approval, pack, report) {
    const subject = approved(approval, pack);
    const at = pack.at(approval, 'on');
    const on = dayAt(at);
    if (!subject || !isFixed(approval, pack) || on === undefined) return report.cantTell('the day of the approval is not written');
    const own = approval.sort === 'approval';
    const [document, did] = [approval.frame.id, own ? 'was approved' : 'was agreed'];
    const line = versionLine(approval, pack)?.get('on');
    const [made, from] = [line && dayAt(line), dayAt(subject.get('valid', 'from'))];
    const content = pack.at(approval, 'content').text;
    const isOther = content !== undefined && contentNow(approval, pack) !== content.toLowerCase();
    const grace = dueDate({ last: on, interval: graceOf(pack) })?.due ?? on;
    if (line && made !== undefined && made !== from && (own || isOther) && compareDates(made, isOther ? on : grace) > 0) {
      const version = subject.get('version').text ?? '';
      report(at, { document, first: did, day: on, second: `its version ${version} was made`, later: made }, { because: [line] });
    }
    if (own && from !== undefined && compareDates(on, from) > 0 && isOfThisVersion(subject, made, from))
      report(at, { document, first: 'came into force', day: from, second: did, later: on }, { because: [subject.get('valid', 'from')] });
  },
});
