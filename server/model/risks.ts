// Risks as they were weighed, on the scale of their own assessment, and the controls that treat them.
// Must not know what is found about them.
import { compareDates } from '../arithmetic/dates';
import { type Scale, scoreOn } from '../arithmetic/risk';
import type { CannotTell } from '../arithmetic/told';
import type { At } from './at';
import type { Thing } from './pack';
import type { Reader } from './reader';

/** The scale that a risk assessment declares; undefined where it declares none. */
export function scaleOf(assessment: Thing, pack: Reader): Scale | undefined {
  const scale = pack.at(assessment, 'scale');
  if (!scale.isMap) return undefined;
  const levels = (field: string) => scale.get(field).items.map((at) => ({ level: at.get('level').text, name: at.get('name').text }));
  return {
    likelihood: levels('likelihood'),
    impact: levels('impact'),
    score: scale.get('score').text,
    matrix: scale.get('matrix').items.map((at) => ({
      likelihood: at.get('likelihood').text,
      impact: at.get('impact').text,
      score: at.get('score').text,
    })),
    bands: scale.get('bands').items.map((at) => ({
      name: at.get('name').text,
      from: at.get('from').text,
      to: at.get('to').text,
      priority: at.get('priority').text,
    })),
    acceptable: scale.get('acceptable').text,
  };
}

/** A score with the place of it, or of the levels it comes of. */
export interface ScoreAt {
  readonly score: string;
  readonly at: At;
}

/** The score that is written in a risk or in what is left of it, else what the scale makes of its levels. */
export function scoreAt(weighed: At, scale: Scale): ScoreAt | CannotTell {
  const said = weighed.get('score');
  if (said.text !== undefined) return { score: said.text, at: said };
  const [likelihood, impact] = [weighed.get('likelihood'), weighed.get('impact')];
  if (likelihood.text === undefined || impact.text === undefined) return { cannotTell: 'a level is not written' };
  const scored = scoreOn(scale, likelihood.text, impact.text);
  if ('cannotTell' in scored) return scored;
  return 'score' in scored ? { score: scored.score, at: likelihood } : { cannotTell: `${scored.offScale} is not on the scale` };
}

/**
 * Whether the risks were weighed anew since: a later assessment up to today has the same risk, or covers all that this one covers, so
 * that the risk is gone.
 */
export function isWeighedAnew(risk: Thing, pack: Reader): boolean {
  const own = pack.root(risk);
  if (!own || risk.day === undefined) return false;
  const isLater = ({ day }: Thing) => day !== undefined && compareDates(day, pack.today()) <= 0 && compareDates(day, risk.day ?? '') > 0;
  if (pack.find('risk', risk.id).some(isLater)) return true;
  const covered = pack.at(own, 'covers').items.map((at) => at.text);
  return (
    covered.length > 0 &&
    pack.all(own.sort).some((other) => {
      const also = pack.at(other, 'covers').items.map((at) => at.text);
      return isLater(other) && covered.every((word) => also.includes(word));
    })
  );
}

/** The controls that a risk lists, with each place; no thing where there is no such control. */
export function controlsOf(risk: Thing, pack: Reader): readonly { readonly at: At; readonly control: Thing | undefined }[] {
  return pack
    .at(risk, 'controls')
    .items.flatMap((at) => (at.text === undefined ? [] : [{ at, control: pack.find('control', at.text)[0] }]));
}

/** Controls, in force or planned, that say by themselves that they lower this risk, without being in its own list. */
export function otherControlsFor(risk: Thing, pack: Reader): readonly Thing[] {
  const listed = new Set(controlsOf(risk, pack).flatMap(({ control }) => control ?? []));
  const owners = pack.references(risk).flatMap((r) => pack.owner(r) ?? []);
  return [...new Set(owners)].filter((t) => t.sort === 'control' && !listed.has(t) && pack.at(t, 'status').text !== 'retired');
}

/** Whether something is done or was done by way of an action; one that was given up is nothing. */
export const hasAction = (risk: Thing, pack: Reader): boolean =>
  pack.at(risk, 'actions').items.some((action) => action.written && action.get('state').text !== 'dropped');
