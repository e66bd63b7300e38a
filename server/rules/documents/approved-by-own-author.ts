// Somebody approved what they had written themselves.
import { approved, isFixed, isSomebodyOn, nameIn, versionLine } from '../../model/approval';
import { rule } from '../rule';

export default rule({
  demands: [],
  each: 'approval',
  severity: 'warning',
  says: '{who} approved version {version} of "{document}" and also wrote it, so nobody else has looked at it.',
  do: 'Have it approved by somebody else who may approve it.',
  because: 'This version was written by {who}.',
  about:
    'Whoever approved a document of your own is compared with the author of the version in its head, as the history names them. Where nobody else is among the people of the manifest it says nothing, nor does it where no author is written.',
  example: { who: 'S. Krause', version: '3.1', document: 'services' },
  check(approval, pack, report) {
    const by = pack.at(approval, 'by');
    const author = versionLine(approval, pack)?.get('by');
    if (!isFixed(approval, pack) || !author?.written || !by.written) return report.cantTell('who wrote it is not written');
    const who = nameIn(by, pack);
    if (who === undefined || who !== nameIn(author, pack)) return;
    const others = pack
      .all('person')
      .filter((p) => isSomebodyOn(p, pack.at(approval, 'on').text ?? pack.today(), pack) && nameIn(pack.at(p, 'id'), pack) !== who);
    if (others.length === 0) return;
    const version = approved(approval, pack)?.get('version').text ?? '';
    report(by, { who, version, document: approval.frame.id }, { because: [author] });
  },
});
