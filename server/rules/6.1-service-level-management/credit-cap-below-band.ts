// A band of credits promises more than the upper limit lets through.
import { compareMeasures, parseMeasure } from '../../arithmetic/measure';
import { rule } from '../rule';

export default rule({
  demands: ['6.1-sla-clear'],
  each: 'sla',
  severity: 'warning',
  says: 'For the worst results of "{target}" {credit} of the charge are promised back, but no more than {cap} is ever paid.',
  do: 'Raise the upper limit to {credit}, or promise no more than it lets through.',
  because: 'This is the upper limit of all credits.',
  about: 'The highest credit of each target is compared with the upper limit of the credits of the same agreement.',
  example: { target: 'availability', credit: '25 %', cap: '20 %' },
  check(sla, pack, report) {
    const cap = pack.at(sla, 'credits', 'cap');
    const limit = cap.text === undefined ? undefined : parseMeasure(cap.text);
    if (!limit) return;
    const highest = new Map<string, { at: ReturnType<typeof cap.get>; is: typeof limit }>();
    for (const band of pack.at(sla, 'credits', 'bands').items) {
      const at = band.get('credit');
      const is = at.text === undefined ? undefined : parseMeasure(at.text);
      const target = band.get('target').text ?? 'all targets';
      const before = highest.get(target);
      if (is && (!before || (compareMeasures(is, before.is) ?? 0) > 0)) highest.set(target, { at, is });
    }
    for (const [target, { at, is }] of highest)
      if ((compareMeasures(is, limit) ?? 0) > 0) report(at, { target, credit: is.text, cap: limit.text }, { because: [cap] });
  },
});
