// A security incident was handled as less urgent than the risk behind it asks.
import { compareDates } from '../../arithmetic/dates';
import { bandOf, type Scale } from '../../arithmetic/risk';
import type { At } from '../../model/at';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { scaleOf, scoreAt } from '../../model/risks';
import { rule } from '../rule';

export default rule({
  demands: ['6.6-incidents'],
  each: 'security incident',
  severity: 'error',
  says: 'The security incident "{incident}" got {given}, but a risk of {score} asks for {asked} at least.',
  do: 'Have it handled as {asked}; where it was less serious than the risk, write its own score.',
  because: 'This makes {asked} the lowest priority for the incident "{incident}".',
  about:
    'The bands of the scale say which priority an incident gets at least. The score of the incident itself counts, else the highest among its risks, as weighed in the last assessment before it; where what is left of a risk asks for less, that is taken. Without priorities on the scale, or with one that is not on it, nobody can tell.',
  example: { incident: 'SEC-12', given: 'P3', score: '16', asked: 'P1' },
  check(incident, pack, report) {
    const priority = pack.at(incident, 'priority');
    const given = priority.text;
    if (given === undefined || incident.day === undefined) return;
    const weighed = weighedFor(incident, incident.day, pack);
    if (weighed.length === 0) return report.cantTell(`no score with a scale is known for "${incident.id}"`);
    const ranks = weighed.map((one) => ({ ...one, ...askedBy(one.score, one.scale) }));
    const [highest] = ranks.sort((a, b) => (b.rank ?? -1) - (a.rank ?? -1));
    const own = highest && rankOf(given, highest.scale);
    if (highest?.asked === undefined || highest.rank === undefined || own === undefined || own < 0)
      return report.cantTell(`the scale says no priority for the risk of "${incident.id}", or does not know ${given}`);
    if (own >= highest.rank) return;
    const values = { incident: incident.id, given, score: highest.score, asked: highest.asked };
    report(priority, values, { because: [highest.at] });
  },
});

interface Weighed {
  readonly score: string;
  readonly at: At;
  readonly scale: Scale;
}

/** The scores that count for an incident: its own, else those of its risks as weighed in the last assessment up to its day. */
function weighedFor(incident: Thing, day: string, pack: Reader): readonly Weighed[] {
  const isUpTo = (thing: Thing) => thing.day !== undefined && compareDates(thing.day, day) <= 0;
  const latest = (things: readonly Thing[]) => things.filter(isUpTo).sort((a, b) => compareDates(b.day ?? '', a.day ?? ''))[0];
  const own = pack.at(incident, 'score');
  if (own.text !== undefined) {
    const assessment = latest(pack.all('risk-assessment').filter((a) => pack.at(a, 'scale').isMap));
    const scale = assessment && scaleOf(assessment, pack);
    return scale ? [{ score: own.text, at: own, scale }] : [];
  }
  return pack.at(incident, 'risks').items.flatMap(({ text }) => {
    const risk = text === undefined ? undefined : latest(pack.find('risk', text));
    const assessment = risk && pack.root(risk);
    const scale = assessment && scaleOf(assessment, pack);
    if (!risk || !scale) return [];
    const scores = [pack.at(risk), pack.at(risk, 'residual')].flatMap((at) => {
      const weighed = at.written ? scoreAt(at, scale) : undefined;
      return weighed && 'score' in weighed ? [{ ...weighed, scale }] : [];
    });
    return scores.sort((a, b) => (askedBy(a.score, scale).rank ?? -1) - (askedBy(b.score, scale).rank ?? -1)).slice(0, 1);
  });
}

function askedBy(score: string, scale: Scale): { readonly asked: string | undefined; readonly rank: number | undefined } {
  const asked = bandOf(scale, score)?.priority;
  return { asked, rank: asked === undefined ? undefined : (scale.bands ?? []).findIndex((b) => b.priority === asked) };
}

/** How urgent a priority is: the place of the highest band that asks for it, from the lowest; -1 where none does. */
const rankOf = (priority: string, scale: Scale): number => (scale.bands ?? []).findLastIndex((b) => b.priority === priority);
