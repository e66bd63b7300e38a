// A risk is said to be lowered by a control that was given up.
import { controlsOf, isWeighedAnew, otherControlsFor } from '../../model/risks';
import { rule } from '../rule';

export default rule({
  demands: ['6.6-controls-documented'],
  each: 'risk',
  severity: 'error',
  says: 'The risk "{risk}" relies on the control "{control}", but that has been retired.',
  do: 'Name the control that took its place, in the risk or by its id among the risks of that control, or assess the risk again without it.',
  because: 'This control has been retired, and the risk "{risk}" still counts on it.',
  about:
    'The controls that a risk lists are looked up in the register: none of them may be retired. A control that is at work or planned, names this risk by itself and is not in the list of the risk, is taken for what came in its place. Older assessments that were made anew are left alone. An id that no register has is an unknown reference.',
  example: { risk: 'R-4', control: 'S-9' },
  check(risk, pack, report) {
    if (isWeighedAnew(risk, pack) || otherControlsFor(risk, pack).length > 0) return;
    for (const { at, control } of controlsOf(risk, pack))
      if (control && pack.at(control, 'status').text === 'retired')
        report(at, { risk: risk.id, control: control.id }, { because: [pack.at(control, 'status')] });
  },
});
