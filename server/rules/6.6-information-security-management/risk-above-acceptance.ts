// A risk is higher than may be borne, and nothing is done about it.
import { isAcceptable } from '../../arithmetic/risk';
import { controlsOf, hasAction, isWeighedAnew, otherControlsFor, scaleOf, scoreAt } from '../../model/risks';
import { addTo, rule } from '../rule';

export default rule({
  demands: ['6.6-risk-approach'],
  each: 'risk',
  severity: 'error',
  says: 'The risk "{risk}" has a score of {score}, but no more than {limit} is acceptable, and {nothing}.',
  do: 'Name the control or action that lowers it, or have it accepted until a fixed day by somebody with the authority to.',
  because: 'A risk may be accepted up to {limit}; "{risk}" has {score}.',
  fix: 'Add an action to the risk',
  about:
    'The score of each risk is compared with the highest score that its assessment lets be accepted. Where what is left of it is written, that counts, and controls at work are in it already: then an action, a planned control or an acceptance is needed. Older assessments that were made anew, risks passed on or avoided with a word on how, and accepted ones (another check) are left alone; a way of treatment that stands in words only is for people to judge.',
  example: { risk: 'R-4', score: '12', limit: '6', nothing: 'no control, action or acceptance is written' },
  check(risk, pack, report) {
    const assessment = pack.root(risk);
    const scale = assessment && scaleOf(assessment, pack);
    if (!assessment || !scale || isWeighedAnew(risk, pack)) return;
    const [treatment, residual] = [pack.at(risk, 'treatment').text, pack.at(risk, 'residual')];
    if (treatment === undefined || treatment === 'accept' || pack.at(risk, 'acceptance').written || hasAction(risk, pack)) return;
    const weighed = scoreAt(residual.written ? residual : pack.at(risk), scale);
    if ('cannotTell' in weighed) return report.cantTell(weighed.cannotTell);
    const acceptable = isAcceptable(scale, weighed.score);
    if (typeof acceptable !== 'boolean') return report.cantTell(acceptable.cannotTell);
    const controls = controlsOf(risk, pack);
    const others = otherControlsFor(risk, pack);
    // A control that is unknown or was retired is told by itself.
    const isTreated = residual.written
      ? [...controls.map(({ control }) => control), ...others].some((c) => c === undefined || pack.at(c, 'status').text !== 'working')
      : controls.length > 0 || others.length > 0;
    if (acceptable || isTreated) return;
    const how = pack.at(risk, 'how').written;
    if (how && (treatment === 'share' || treatment === 'avoid')) return;
    if (how && controls.length === 0) return report.cantTell(`what is done about "${risk.id}" stands in words only`);
    const limit = pack.at(assessment, 'scale', 'acceptable');
    const nothing = residual.written
      ? 'beyond what works already nothing is planned, nor is it accepted'
      : 'no control, action or acceptance is written';
    const values = { risk: risk.id, score: weighed.score, limit: limit.text ?? '', nothing };
    report(weighed.at, values, { because: [limit], fix: { add: addTo(pack.at(risk, 'actions')) } });
  },
});
