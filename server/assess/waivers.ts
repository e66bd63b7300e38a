// Which gaps somebody allowed to stand for a while: the waivers in force, and what each of them turns from found to waived.
// Applied to what was judged, in one place; must not know any demand, rule or kind but its own by name.
import { formats } from '../knowledge/formats';
import type { Knowledge } from '../knowledge/knowledge';
import type { Pack, Thing } from '../model/pack';
import type { Reader } from '../model/reader';
import { isWritten } from '../model/written';
import type { Finding, Spot, Waived } from './finding';
import { sayer } from './say';
import type { Assessed, Instance } from './subject';

export const WAIVER = 'waiver';

export interface Waiver {
  /** The document it is written in, and the place of its words in it. */
  readonly at: Spot;
  readonly finding: string | undefined;
  readonly demand: string | undefined;
  /** Id of a thing, its sort and id, or the path of a file from the manifest; without one it holds everywhere. */
  readonly where: string | undefined;
  readonly waived: Waived;
}

const text = (thing: Thing, field: string, reader: Reader): string | undefined => {
  const { value } = reader.at(thing, field);
  return typeof value === 'string' && isWritten(value) ? value : undefined;
};

const isAgreed = (thing: Thing): boolean => thing.frame.says.status === 'agreed';
const dayOf = (thing: Thing, field: string, reader: Reader): string | undefined => {
  const day = text(thing, field, reader);
  return day !== undefined && formats.date(day) ? day : undefined;
};

/** Those that are agreed, with a reason, somebody who allowed it and a last day that isn't past; none before the day it was allowed. */
export function waiversInForce(reader: Reader): readonly Waiver[] {
  const today = reader.today();
  return reader.all(WAIVER).flatMap((thing) => {
    const [reason, until, by] = [text(thing, 'reason', reader), dayOf(thing, 'until', reader), text(thing, 'approvedBy', reader)];
    if (!isAgreed(thing) || reason === undefined || by === undefined || until === undefined || until < today) return [];
    if ((dayOf(thing, 'on', reader) ?? '') > today) return [];
    const at: Spot = { doc: thing.doc, path: ['reason'], on: 'value' };
    const waived = { by: thing.id, until, reason, at };
    return [
      { at, finding: text(thing, 'finding', reader), demand: text(thing, 'demand', reader), where: text(thing, 'where', reader), waived },
    ];
  });
}

/** `root` is a document as a whole: what is wrong with a waiver by itself. */
export function waiverFindings(root: Thing, knowledge: Knowledge, reader: Reader): readonly Finding[] {
  const until = root.sort === WAIVER && isAgreed(root) ? dayOf(root, 'until', reader) : undefined;
  if (until === undefined || until >= reader.today()) return [];
  return sayer(root.doc, knowledge)('waiver-lapsed', ['until'], 'value', { id: root.id, until });
}

/** That there is nothing that it could allow to stand. */
export function matchesNothing({ at, finding, demand, where, waived }: Waiver, knowledge: Knowledge): Finding[] {
  const field = finding !== undefined ? 'finding' : demand !== undefined ? 'demand' : 'id';
  const what = finding ?? demand ?? 'no finding and no demand';
  const values = { id: waived.by, what, place: where === undefined ? 'anywhere' : `at "${where}"` };
  return sayer(at.doc, knowledge)('waiver-matches-nothing', [field], 'value', values);
}

/** The code is named, or the demand of a finding that is about no other. */
function isMeant({ finding, demand }: Waiver, { code, demands }: Finding): boolean {
  if (finding === code || demand === code) return true;
  return demand !== undefined && demands.length > 0 && demands.every((d) => d === demand);
}

/** `about`: sort and id of what was judged, such as `contract/acme-hosting`. */
function isThere({ where }: Waiver, spot: Spot, about: string | undefined, pack: Pack): boolean {
  if (where === undefined) return true;
  if (about !== undefined && (about === where || about.slice(about.indexOf('/') + 1) === where)) return true;
  const uri = spot.doc.slice(0, spot.doc.lastIndexOf('#'));
  if (uri.startsWith(`${pack.folder}/`) && decodeURIComponent(uri.slice(pack.folder.length + 1)) === where) return true;
  const indexed = pack.documents.get(spot.doc);
  const things = indexed ? [indexed.root, ...indexed.groups.flatMap((g) => g.things)] : [];
  return things.some((t) => (t.id === where || `${t.sort}/${t.id}` === where) && t.path.every((key, i) => key === spot.path[i]));
}

/** The finding as it is shown while a waiver holds. What is wrong with waivers themselves can't be waived. */
export function waivedFinding(finding: Finding, about: string | undefined, waivers: readonly Waiver[], pack: Pack): Finding {
  if (pack.documents.get(finding.at.doc)?.root.sort === WAIVER) return finding;
  const waiver = waivers.find((w) => isMeant(w, finding) && isThere(w, finding.at, about, pack));
  return waiver ? { ...finding, waived: waiver.waived } : finding;
}

const NO_GAP: readonly Instance['state'][] = ['evidenced', 'not due yet', 'waived'];

/** What was judged, with what is waived of it marked: findings, instances of demands, and what rules said. */
export function waive(assessed: Assessed, about: string | undefined, waivers: readonly Waiver[], pack: Pack): Assessed {
  if (waivers.length === 0) return assessed;
  const findings = assessed.findings.map((f) => waivedFinding(f, about, waivers, pack));
  const allowed = (some: readonly Finding[]) => (some.every((f) => f.waived) ? some[0]?.waived : undefined);
  return {
    ...assessed,
    findings,
    instances: assessed.instances.map((i) => {
      const waived = waiverOf(i, waivers, pack)?.waived ?? allowed(findings.filter((f) => f.demands.includes(i.demand)));
      return waived ? { ...i, waived } : i;
    }),
    verdicts: new Map(
      [...assessed.verdicts].map(([rule, verdict]) => {
        const waived = verdict.found ? allowed(findings.filter((f) => f.code === rule)) : undefined;
        return [rule, waived ? { ...verdict, waived } : verdict];
      }),
    ),
  };
}

const waiverOf = (instance: Instance, waivers: readonly Waiver[], pack: Pack): Waiver | undefined =>
  waivers.find(
    (w) => w.demand === instance.demand && (instance.at ? isThere(w, instance.at, instance.of?.thing, pack) : w.where === undefined),
  );

/** Whether there is something in what was judged that the waiver allows to stand. */
export function isUsed(waiver: Waiver, { findings, instances }: Assessed, about: string | undefined, pack: Pack): boolean {
  return (
    findings.some((f) => waivedFinding(f, about, [waiver], pack).waived !== undefined) ||
    instances.some((i) => (!NO_GAP.includes(i.state) || i.pending.length > 0) && !i.draft && waiverOf(i, [waiver], pack) !== undefined)
  );
}

/** Said of a demand or a thing in coverage. */
export const waivedWords = ({ by, until, reason }: Waived): string => `until ${until} by "${by}": ${reason}`;

/** A gap that is allowed to stand, as coverage has it. */
export const waivedInstance = (instance: Instance): Instance =>
  instance.waived === undefined || NO_GAP.includes(instance.state) || instance.draft
    ? instance
    : { ...instance, state: 'waived', reason: waivedWords(instance.waived) };
