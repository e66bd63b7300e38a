// A text is no longer the one that somebody approved or agreed to, and its version is still the same.
import { approved, contentNow, dayAt, didWhat, isFixed, isOfEarlierVersion, nameIn } from '../../model/approval';
import { rule } from '../rule';

export default rule({
  demands: [],
  each: ['approval', 'agreement'],
  severity: 'error',
  says: '"{document}" no longer says what was {approved} on {on} by {who}, though its version is the same.',
  do: 'Undo the change, or give it a new version with a line in its history and have that approved.',
  because: 'This is still the version that was {approved} on {on} by {who}.',
  about:
    'The fingerprint in an approval or agreement is compared with that of the text as it is now. Layout, comments, quotes, notes, status, version and history make no difference. Without a fingerprint nobody can tell, and it says nothing; so it does where the history says that the version is later than the approval, or that two versions were made on its day.',
  example: { document: 'mail-hr', who: 'M. Brandt', approved: 'agreed to', on: '2026-01-20' },
  check(approval, pack, report) {
    const content = pack.at(approval, 'content');
    if (!isFixed(approval, pack) || content.text === undefined) return;
    const now = contentNow(approval, pack);
    if (now === content.text.toLowerCase()) return;
    const isEarlier = isOfEarlierVersion(approval, pack);
    if (now === undefined || isEarlier === undefined) return report.cantTell("which text was approved can't be told");
    if (isEarlier) return;
    const version = approved(approval, pack)?.get('version');
    report(
      content,
      {
        document: approval.frame.id,
        who: nameIn(pack.at(approval, 'by'), pack) ?? 'somebody',
        approved: didWhat(approval),
        on: dayAt(pack.at(approval, 'on')) ?? 'a day that is not written',
      },
      version?.written ? { because: [version] } : {},
    );
  },
});
