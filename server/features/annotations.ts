// Short words beside what is written: the downtime that a percentage allows, where a term ends, what is promised to customers beside
// what a supplier guarantees. Must not know any kind by name.
import { termEnd } from '../arithmetic/term';
import type { EvidenceFile } from '../assess/file';
import { schemaAt, valueAtPath } from '../knowledge/schema';
import type { At } from '../model/at';
import type { EvidenceDocument } from '../model/document';
import { calendarNamed } from '../model/hours';
import type { Thing } from '../model/pack';
import { locate } from '../model/position';
import type { Reader } from '../model/reader';
import { termOf } from '../model/standing';
import { slasOver } from '../model/supply';
import { targetsOf } from '../model/targets';
import { downtimeWords, windowOf } from './downtime-words';

export interface Annotation {
  /** Behind what it is about: an offset. */
  readonly at: number;
  readonly text: string;
}

/** Those of the documents that an offset between `start` and `end` may show. */
export function annotations(file: EvidenceFile, start: number, end: number, reader: Reader): Annotation[] {
  return file.documents
    .flatMap(({ evidence, yaml }) => {
      const root = evidence && yaml.start <= end && yaml.end >= start ? reader.root({ doc: evidence.key }) : undefined;
      if (!root || !evidence) return [];
      const said = [...downtimes(root, evidence, reader), ...terms(root, reader), ...promises(root, reader)];
      return said.flatMap(({ about, text }) => {
        const place = locate(yaml, about.path)?.value;
        return place && place.end >= start && place.end <= end ? [{ at: place.end, text }] : [];
      });
    })
    .sort((a, b) => a.at - b.at);
}

interface Said {
  readonly about: At;
  readonly text: string;
}

/** Counted in the hours of the target itself, where these are known. */
function downtimes(root: Thing, { kind, data }: EvidenceDocument, reader: Reader): Said[] {
  return targetsOf(root, reader).flatMap((target) => {
    const schema = schemaAt(kind.schema, target.at.path, data);
    const window = schema && windowOf(schema, valueAtPath(data, target.at.path.slice(0, -1)));
    const calendar = calendarNamed(target.clock, reader);
    if (window === undefined || 'cannotTell' in calendar) return [];
    const words = downtimeWords(target.target, window, calendar);
    return words === undefined ? [] : [{ about: target.at, text: `down at most ${words}` }];
  });
}

/** Where the running term of an agreement ends, and the last day for notice. */
function terms(root: Thing, reader: Reader): Said[] {
  const { end, renewsTacitly, noticeBy } = termEnd(termOf(root.frame.says.term), reader.today());
  const term = reader.at(root, 'term');
  const about = [term.get('renewal'), term.get('initial')].find((at) => at.written);
  if (!about || end === undefined) return [];
  const notice = noticeBy === undefined ? '' : `, notice by ${noticeBy}`;
  return [{ about, text: renewsTacitly ? `runs until ${end}, then goes on${notice}` : `ends on ${end}` }];
}

/** What the SLAs above promise, beside what an agreement beneath them guarantees, like with like by metric and priority. */
function promises(root: Thing, reader: Reader): Said[] {
  const own = reader.at(root, 'delivers').written || reader.at(root, 'supports').written ? targetsOf(root, reader) : [];
  if (own.length === 0) return [];
  const above = slasOver(root, reader).flatMap((sla) => targetsOf(sla, reader).map((promise) => ({ sla, promise })));
  return own.flatMap((offer) => {
    const alike = above.filter(({ promise: p }) => p.metric === offer.metric && p.priority === offer.priority && p.window === offer.window);
    const words = [...new Set(alike.map(({ sla, promise }) => `${promise.target} in ${sla.id}`))];
    const more = words.length > 2 ? ` and ${words.length - 2} more` : '';
    return words.length === 0 ? [] : [{ about: offer.at, text: `promised: ${words.slice(0, 2).join(', ')}${more}` }];
  });
}
