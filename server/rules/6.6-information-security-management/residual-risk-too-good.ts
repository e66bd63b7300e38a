// What is said to be left of a risk is more than the risk itself, or less though nothing at work lowers it.
import { compareDates } from '../../arithmetic/dates';
import { compareScores } from '../../arithmetic/risk';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { controlsOf, otherControlsFor, scaleOf, scoreAt } from '../../model/risks';
import { rule } from '../rule';
import { listed } from '../words';

export default rule({
  demands: ['6.6-controls'],
  each: 'risk',
  severity: 'warning',
  says: 'The risk "{risk}" has a score of {score}, and {left} is given for what is left of it, but {why}.',
  do: 'Write what is left with the controls that work today; planned ones count once they work.',
  because: 'What is left of the risk "{risk}" is compared with this.',
  about:
    'What is left of a risk is compared with the risk itself, and may be lower only where a control works: one that is planned, or that its review before the assessment found without effect, lowers nothing. An action that is done does, and so may a control that was given up only later. Where no control is listed and a way of treatment stands in words, and where a risk is passed on or avoided, nobody can tell.',
  example: { risk: 'R-4', score: '16', left: '4', why: 'the control "S-4" is only planned' },
  check(risk, pack, report) {
    const assessment = pack.root(risk);
    const scale = assessment && scaleOf(assessment, pack);
    const residual = pack.at(risk, 'residual');
    if (!scale || !residual.written) return;
    const [whole, left] = [scoreAt(pack.at(risk), scale), scoreAt(residual, scale)];
    if ('cannotTell' in whole) return report.cantTell(whole.cannotTell);
    if ('cannotTell' in left) return report.cantTell(left.cannotTell);
    const order = compareScores(scale, left.score, whole.score);
    if (typeof order !== 'number') return report.cantTell(order.cannotTell);
    const values = { risk: risk.id, score: whole.score, left: left.score };
    if (order > 0) return report(left.at, { ...values, why: 'nothing that is done makes a risk larger' }, { because: [whole.at] });
    if (order === 0) return;
    const controls = controlsOf(risk, pack);
    const all = [...controls.map(({ control }) => control), ...otherControlsFor(risk, pack)];
    const idle = all.map((control) => control && idleness(control, risk, pack));
    if (idle.some((words) => words === undefined)) return;
    if (pack.at(risk, 'actions').items.some((action) => action.get('state').text === 'done')) return;
    const treatment = pack.at(risk, 'treatment').text;
    if (treatment === 'share' || treatment === 'avoid' || (all.length === 0 && pack.at(risk, 'how').written))
      return report.cantTell(`what lowers "${risk.id}" stands in words only`);
    const why = all.length === 0 ? 'no control is written that lowers it' : listed(idle.flatMap((words) => words ?? []));
    report(left.at, { ...values, why }, { because: [whole.at, ...controls.map(({ at }) => at)] });
  },
});

/** Why a control lowered nothing on the day of the assessment; undefined where it may have. */
function idleness(control: Thing, risk: Thing, pack: Reader): string | undefined {
  if (pack.at(control, 'status').text === 'planned') return `the control "${control.id}" is only planned`;
  const days = pack.at(control, 'reviews').items.map((at) => at.get('date').text);
  const isEarlier = days.length > 0 && days.every((day) => day !== undefined && risk.day !== undefined && compareDates(day, risk.day) <= 0);
  return pack.at(control, 'effectiveness').text === 'ineffective' && isEarlier
    ? `the control "${control.id}" was found to have no effect`
    : undefined;
}
