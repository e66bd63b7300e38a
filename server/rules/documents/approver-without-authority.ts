// Somebody approved what they may not.

import { dayAt, isFixed, isSomebodyOn, nameIn, subjectKind } from '../../model/approval';
import type { At } from '../../model/at';
import type { Reader } from '../../model/reader';
import { rule } from '../rule';
import { listed } from '../words';

export default rule({
  demands: [],
  each: ['approval', 'agreement'],
  severity: 'warning',
  says: '"{document}" was approved by {who}, who {why}.',
  do: 'Have it approved by somebody who may, or correct what they may approve.',
  because: 'Here it says what {who} may approve, and since when.',
  about:
    'Whoever approved a document of your own, or agreed to one for your side, is compared with the people of the manifest: the kinds of document that they may approve, and the days from and to which they have their roles. Of whom the manifest does not say what they may approve nobody can tell, nor where it says so in words that are no kind of document.',
  example: { who: 'P. Holm', document: 'security', why: 'may only approve a service level agreement' },
  check(approval, pack, report) {
    const by = pack.at(approval, 'by');
    const isOurs = approval.sort === 'approval' || pack.at(approval, 'party').text === 'provider';
    const [person] = by.text === undefined ? [] : pack.find('person', by.text);
    if (!isOurs || !isFixed(approval, pack) || !person) return report.cantTell('the manifest does not know who approved it');
    const on = dayAt(pack.at(approval, 'on'));
    const values = { who: nameIn(by, pack) ?? '', document: approval.frame.id };
    if (on !== undefined && !isSomebodyOn(person, on, pack)) {
      const [from, until] = [pack.at(person, 'from'), pack.at(person, 'until')];
      const isGone = until.text !== undefined && until.text < on;
      const why = isGone
        ? `had left these roles by ${on}; the last day was ${until.text}`
        : `has these roles only since ${from.text ?? ''}`;
      return report(by, { ...values, why }, { because: [isGone ? until : from] });
    }
    const may = pack.at(person, 'mayApprove');
    const kinds = may.items.flatMap((item) => item.text ?? []);
    const kind = subjectKind(approval, pack);
    if (kinds.length === 0 || !kinds.every((k) => pack.knowledge.kinds.has(k)))
      return report.cantTell('what they may approve is not written');
    if (!kinds.includes(kind))
      report(by, { ...values, why: `may only approve these kinds of document: ${kindWords(may, pack)}` }, { because: [may] });
  },
});

const kindWords = (may: At, { knowledge }: Reader): string =>
  listed(may.items.flatMap(({ text }) => (text === undefined ? [] : [knowledge.kinds.get(text)?.title ?? text])));
