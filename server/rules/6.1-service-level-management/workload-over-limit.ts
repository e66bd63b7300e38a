// There has been more use than an SLA allows for, time after time, and nobody did anything about it.
import { compareMeasures, parseMeasure } from '../../arithmetic/measure';
import { inARow } from '../../arithmetic/series';
import { dayAt } from '../../model/approval';
import type { At } from '../../model/at';
import { periodsOf } from '../../model/manifest';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { inForce, standing } from '../../model/standing';
import { rule } from '../rule';
import { listed } from '../words';

export default rule({
  demands: ['8.3.3-workload-compared', '6.1-sla-workload'],
  each: 'sla',
  severity: 'warning',
  says: 'For {count} periods in a row there was more use than the SLA "{sla}" allows for ({what}: {figures}; the limit is {limit}). Nothing is written of what was done about it.',
  do: 'Talk it over with the customer: agree on a higher limit, or on less use, and write down the action.',
  because: 'Here, too, it was above the limit.',
  about:
    'The use that monitoring records name is compared with the limit of the SLA version of those days, for the same thing that is counted. Once the latest figures are above it as many times in a row as the manifest allows (three, unless it says otherwise), somebody must have done something since the first of them: an action in such a record, a new version of the SLA, a change that names it, or a review with the customer that speaks of the use.',
  example: {
    count: '3',
    sla: 'mail-pilots',
    figures: '1140, 1180 and 1200',
    what: 'tickets',
    limit: '900',
  },
  check(sla, pack, report) {
    const uses = usesOf(sla, pack);
    for (const what of new Set(uses.map((use) => use.what))) {
      const series = uses.filter((use) => use.what === what);
      const unlike = series.find((use) => use.isOver === undefined);
      if (unlike) {
        report.cantTell(`how many "${what}" there were in "${unlike.record.id}" can't be held against the limit`);
        continue;
      }
      const count = inARow(series, (use) => use.isOver === true);
      const over = series.slice(series.length - count);
      const [first, last] = [over[0], over.at(-1)];
      if (!first || !last || count < periodsOf(pack) || isAnswered(sla, what, over, pack)) continue;
      const figures = listed(over.map((use) => use.actual.text ?? ''));
      const values = { count: String(count), sla: sla.id, figures, what, limit: last.limit };
      report(last.actual, values, { because: over.slice(0, -1).map((use) => use.actual) });
    }
  },
});

interface Use {
  readonly record: Thing;
  readonly from: string;
  readonly to: string;
  readonly what: string;
  readonly actual: At;
  readonly limit: string;
  readonly isOver: boolean | undefined;
}

/** What monitoring records say of the use under an SLA, in the order of their days. */
function usesOf(sla: Thing, pack: Reader): readonly Use[] {
  const uses = pack.references(sla).flatMap((r): Use[] => {
    const record = r.kind === 'target-monitoring' && r.path[0] === 'workload' ? pack.root(r) : undefined;
    const line = record && pack.at(record, 'workload', r.path[1] ?? 0);
    const [from, to] = ['from', 'to'].map((end) => record && dayAt(pack.at(record, 'period', end)));
    const [what, actual] = [line?.get('what').text, line?.get('actual')];
    if (!record || !line || !from || !to || what === undefined || actual?.text === undefined) return [];
    if (standing(record, pack, true) !== 'counts') return [];
    const limit = limitOn(sla, what, to, pack) ?? line.get('limit').text;
    if (limit === undefined) return [];
    const [there, allowed] = [parseMeasure(actual.text), parseMeasure(limit)];
    const order = there && allowed ? compareMeasures(there, allowed) : undefined;
    const isAlike = there && allowed && (order !== undefined || there.unit === '' || allowed.unit === '');
    const isOver = order === undefined && isAlike ? there.number.greaterThan(allowed.number) : order === undefined ? undefined : order > 0;
    return [{ record, from, to, what, actual, limit, isOver }];
  });
  return uses.sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0));
}

/** The limit in the version of the SLA that was in force on a day. */
function limitOn(sla: Thing, what: string, day: string, pack: Reader): string | undefined {
  const versions = pack.find(sla.sort, sla.id).filter((v) => v.frame.says.status === 'agreed' && inForce(v, day));
  const lines = versions.flatMap((v) => pack.at(v, 'workload').items.filter((line) => line.get('what').text === what));
  return lines[0]?.get('limit').text;
}

/** Whether something was done since the first time. */
function isAnswered(sla: Thing, what: string, over: readonly Use[], pack: Reader): boolean {
  const since = over[0]?.from ?? '';
  const isSince = (at: At) => (dayAt(at) ?? '') >= since;
  const isOfIt = (action: At) =>
    action.get('about').text === sla.id || ['about', 'what'].some((field) => names(action.get(field).text, what));
  const acted = over.some(({ record }) => pack.at(record, 'improvements').items.some(isOfIt));
  const renewed = pack.at(sla, 'history').items.some((line) => isSince(line.get('on')) && !line.get('unchanged').isTrue);
  const words = [what, ...over.flatMap(({ actual, limit }) => [actual.text ?? what, limit])];
  const isSpokenOf = (said: At) => said.isMap || words.some((word) => names(said.text, word));
  const talked = pack.references(sla).some((r) => {
    const root = pack.root(r);
    if (!root) return false;
    if (r.kind === 'change-record') return isSince(pack.at(pack.owner(r) ?? root, 'requested'));
    return r.kind === 'service-review' && (root.day ?? '') > (over[0]?.to ?? '') && isSpokenOf(pack.at(root, 'workload'));
  });
  return acted || renewed || talked;
}

/** The words stand in the text by themselves: 500 is not in 8500. */
function names(text: string | undefined, words: string): boolean {
  const said = (text ?? '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .join(' ');
  const meant = words
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .join(' ')
    .trim();
  return meant !== '' && ` ${said} `.includes(` ${meant} `);
}
