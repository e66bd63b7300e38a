// A risk's score is not what the scale of its assessment makes of likelihood and impact.
import { type Scale, scoreAgrees, scoreOn } from '../../arithmetic/risk';
import type { At } from '../../model/at';
import { scaleOf } from '../../model/risks';
import { type Report, rule } from '../rule';

export default rule({
  demands: ['6.6-risk-assessments'],
  each: 'risk',
  severity: 'warning',
  says: 'For {what}, {said}, but {scale}.',
  do: 'Correct the level, the score or the scale.',
  because: 'This is the scale of the assessment.',
  fix: 'Write the score {score}',
  about:
    'Likelihood and impact of each risk, and of what is left of it, are looked up on the scale of the assessment, and the score is worked out again: as product, sum or by the table. The name of the band in place of the number is right, too. Without a scale, or where the scale does not say how a score comes about, nobody can tell.',
  example: { what: 'the risk "R-4"', said: 'the score is given as 12', scale: 'the scale says 4 × 4 = 16', score: '16' },
  check(risk, pack, report) {
    const assessment = pack.root(risk);
    const scale = assessment && scaleOf(assessment, pack);
    if (!assessment || !scale) return report.cantTell(`the assessment with "${risk.id}" declares no scale`);
    const places = pack.at(assessment, 'scale');
    held(pack.at(risk), `the risk "${risk.id}"`, scale, places, report);
    held(pack.at(risk, 'residual'), `what is left of the risk "${risk.id}"`, scale, places, report);
  },
});

function held(weighed: At, what: string, scale: Scale, places: At, report: Report): void {
  const [likelihood, impact, said] = [weighed.get('likelihood'), weighed.get('impact'), weighed.get('score')];
  if (likelihood.text === undefined || impact.text === undefined) return;
  const scored = scoreOn(scale, likelihood.text, impact.text);
  if ('cannotTell' in scored) {
    report.cantTell(scored.cannotTell);
    return;
  }
  if ('offScale' in scored) {
    const field = scored.offScale.startsWith('the likelihood') ? 'likelihood' : 'impact';
    const values = { what, said: `${scored.offScale} is written`, scale: 'the scale has no such level', score: '' };
    report(weighed.get(field), values, { because: [places.get(field)] });
    return;
  }
  if (said.text === undefined || scoreAgrees(scale, said.text, scored)) return;
  const values = {
    what,
    said: `the score is given as ${said.text}`,
    scale: `the scale says ${scored.working}`,
    score: scored.score,
  };
  report(said, values, { because: [places.get('score')], fix: { set: said, to: scored.score } });
}
