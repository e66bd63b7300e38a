// Results for which nobody knows what is paid back: between two bands of credits, or in both.
import { bandFaults } from '../../arithmetic/credits';
import { rule } from '../rule';

export default rule({
  demands: ['6.1-sla-clear'],
  each: 'sla',
  severity: 'warning',
  says: 'For a result of "{target}" from {from} to {to} {words}.',
  do: 'Let one band end where the next begins: the lower end is in a band, the upper end no longer.',
  because: 'This is the other of the two bands.',
  about:
    'The bands of service credits of each target are laid side by side from the worst result up: where one ends, the next has to begin. Bands that leave results out between them, or that both hold the same result, are reported; that small misses cost nothing is in order.',
  example: { target: 'availability', from: '98.9 %', to: '99.0 %', words: 'no band says what is paid back' },
  check(sla, pack, report) {
    const bands = pack.at(sla, 'credits', 'bands').items;
    const targets = new Set(bands.flatMap((at) => at.get('target').text ?? []));
    for (const target of targets) {
      const of = bands.filter((at) => at.get('target').text === target);
      const faults = bandFaults(of.map((at) => ({ from: at.get('from').text, to: at.get('to').text })));
      if ('cannotTell' in faults) {
        report.cantTell(faults.cannotTell);
        continue;
      }
      for (const { fault, from, to, at, next } of faults) {
        const [place, other] = [of[next], of[at]];
        const words = fault === 'gap' ? 'no band says what is paid back' : 'two bands say what is paid back';
        if (place && other) report(place, { target, from, to, words }, { because: [other] });
      }
    }
  },
});
