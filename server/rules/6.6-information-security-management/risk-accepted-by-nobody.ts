// A risk that is higher than may be borne was accepted, but by nobody who may, or without an end.
import { acceptanceState, compareScores, isAcceptable, type Scale } from '../../arithmetic/risk';
import { dayAt, nameIn } from '../../model/approval';
import type { At } from '../../model/at';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { isWeighedAnew, scaleOf, scoreAt } from '../../model/risks';
import { inForce } from '../../model/standing';
import { rule } from '../rule';
import { plain } from '../words';

export default rule({
  demands: ['6.6-risk-approach'],
  each: 'risk',
  severity: 'error',
  says: 'The risk "{risk}" has a score of {score} and is accepted above the line of {limit}, but {why}.',
  do: 'Have it accepted by somebody who may accept a risk of that size, with name and last day, or do something about it.',
  because: 'A risk may be accepted up to {limit}; "{risk}" has {score}.',
  fix: 'Add what is missing from the acceptance',
  about:
    'A risk that is accepted although its score is above the line needs the name of whoever accepts it and a last day that is not past. Where the security policy in force on that day lists who may accept up to which score, they have to be on that list, by person, office or as a deputy. Where a name is all that is known, nobody can tell. Older assessments that were made anew are left alone.',
  example: { risk: 'R-4', score: '12', limit: '6', why: 'nobody is named who accepts it' },
  check(risk, pack, report) {
    const assessment = pack.root(risk);
    const scale = assessment && scaleOf(assessment, pack);
    const acceptance = pack.at(risk, 'acceptance');
    const isAccepted = acceptance.written || pack.at(risk, 'treatment').text === 'accept';
    if (!assessment || !scale || !isAccepted || isWeighedAnew(risk, pack)) return;
    const residual = pack.at(risk, 'residual');
    const weighed = scoreAt(residual.written ? residual : pack.at(risk), scale);
    if ('cannotTell' in weighed) return report.cantTell(weighed.cannotTell);
    const acceptable = isAcceptable(scale, weighed.score);
    if (typeof acceptable !== 'boolean') return report.cantTell(acceptable.cannotTell);
    if (acceptable) return;
    const [by, until] = [acceptance.get('by'), acceptance.get('until')];
    const on = dayAt(acceptance.get('on'));
    const may = by.text === undefined ? 'yes' : mayAccept(acceptance, by.text, on ?? pack.today(), weighed.score, scale, pack);
    if (may === 'unknown') report.cantTell(`whether ${by.text} may accept "${risk.id}" is written nowhere`);
    const state = acceptanceState({ by: by.text, on, until: until.text }, pack.today(), may !== 'no');
    if (state === 'holds' || state === 'not yet') return;
    const who = nameIn(by, pack) ?? '';
    const [why, at] = {
      nobody: ['nobody is named who accepts it', by] as const,
      'without authority': [`${who} may not accept a risk of that size`, by] as const,
      'without end': [`${who} accepted it without a last day`, until] as const,
      lapsed: [`the acceptance by ${who} ended on ${until.text}`, until] as const,
    }[state];
    const limit = pack.at(assessment, 'scale', 'acceptable');
    const values = { risk: risk.id, score: weighed.score, limit: limit.text ?? '', why };
    const fix = at.written ? {} : { fix: { add: acceptance.written ? at : acceptance } };
    report(at.written ? at : weighed.at, values, { because: [limit], ...fix });
  },
});

/** Whether the policies in force on that day let them: everybody where none lists who may. */
function mayAccept(acceptance: At, by: string, on: string, score: string, scale: Scale, pack: Reader): 'yes' | 'no' | 'unknown' {
  const policies = pack.all('security-policy').filter((p) => p.frame.says.status === 'agreed' && inForce(p, on));
  const list = policies.flatMap((p) => pack.at(p, 'riskApproach', 'mayAccept').items);
  if (list.length === 0) return 'yes';
  const people = [...pack.find('person', by), ...pack.all('person').filter((p) => pack.at(p, 'deputy').text === by)];
  const names = new Set(
    [by, acceptance.get('role').text, ...people.flatMap((p) => namesOf(p, pack))].flatMap((n) => (n ? [plain(n)] : [])),
  );
  const own = list.filter((item) => names.has(plain(item.get('who').text ?? '')));
  const orders = own.map((item) => {
    const upTo = item.get('upTo').text;
    return upTo === undefined ? 0 : compareScores(scale, score, upTo);
  });
  if (orders.some((order) => typeof order === 'number' && order <= 0)) return 'yes';
  if (orders.some((order) => typeof order !== 'number')) return 'unknown';
  const offices = list.some((item) => pack.find('person', item.get('who').text ?? '').length === 0);
  const isKnown = pack.find('person', by).some((p) => !offices || pack.at(p, 'jobTitle').written);
  return own.length > 0 || isKnown ? 'no' : 'unknown';
}

const namesOf = (person: Thing, pack: Reader): readonly (string | undefined)[] => [
  person.id,
  pack.at(person, 'name').text,
  pack.at(person, 'jobTitle').text,
];
