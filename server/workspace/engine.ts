// Judges again only what read something that changed. Holds the results of one SMS; must not know files, ranges or the wire.

import { type CoverageOf, coverageOf } from '../assess/coverage';
import type { Finding, Working } from '../assess/finding';
import type { Assessed } from '../assess/subject';
import { type Judged, judgeSubject, type Subject } from '../assess/subjects';
import { matchesNothing, type Waiver, waive, waivedFinding } from '../assess/waivers';
import type { Knowledge } from '../knowledge/knowledge';
import { type Change, changeFiles, changeOutside, changePack } from '../model/change-pack';
import { emptyPack, type Key, type Outside, type Pack } from '../model/pack';
import { type LookBack, Reader } from '../model/reader';
import type { NamedRule } from '../rules/rule';
import { aboutOf, Waiving } from './waiving';

interface Result extends Judged {
  readonly reads: ReadonlySet<Key>;
}

export interface Failure {
  readonly rule: string;
  readonly error: string;
}

export class Engine {
  pack: Pack;
  readonly #results = new Map<Subject, Result>();
  readonly #readers = new Map<Key, Set<Subject>>();
  readonly #dirty = new Set<Subject>(['waivers', 'manifest']);
  readonly #waiving = new Waiving();
  readonly #byDocument = new Map<string, Map<Subject, readonly Finding[]>>();
  /** Documents that findings elsewhere point to, with who made those. */
  readonly #pointedTo = new Map<string, Set<Subject>>();
  /** Sorts that evidence is read in, or that demands and rules are for. */
  readonly #sorts: ReadonlySet<string>;
  /** Documents whose findings changed since somebody last took them. */
  readonly #touched = new Set<string>();
  #today: string;
  /** False: for an auditor who wants to see what is there, whatever was allowed. To be set before anything is asked. */
  honoursWaivers = true;

  constructor(
    readonly knowledge: Knowledge,
    readonly rules: readonly NamedRule[],
    /** The SMS folder's uri. */
    folder: string,
    today: string,
    /** Gets each rule that threw. */
    readonly onFailure: (failure: Failure) => void,
    /** Gets the key of each look. */
    readonly onLook: (key: Key) => void = () => {},
    readonly lookBack: LookBack = {},
  ) {
    const vocabularies = [...knowledge.populations.values()].flatMap((p) => (p.enum ? [{ of: p.of, words: p.enum }] : []));
    this.pack = emptyPack(folder, vocabularies);
    for (const { of, words } of vocabularies) for (const word of words) this.#dirty.add(`thing:${of}/${word}`);
    for (const { id, each } of knowledge.demands) if (!each) this.#dirty.add(`demand:${id}`);
    this.#today = today;
    this.#sorts = new Set([...knowledge.demandsReadIn.keys(), ...[...knowledge.populations.values()].map((p) => p.of)]);
  }

  get today(): string {
    return this.#today;
  }

  set today(day: string) {
    if (day === this.#today) return;
    this.#today = day;
    this.#mark(new Set(['today']));
  }

  change(changes: readonly Change[]): void {
    const { pack, changed } = changePack(this.pack, changes);
    this.pack = pack;
    for (const [key] of changes) {
      this.#dirty.add(`doc:${key}`);
      // Where a finding of something else stands may have got another name.
      for (const subject of this.#byDocument.get(key)?.keys() ?? []) this.#waiving.count(subject, this.#results.get(subject), pack);
    }
    for (const key of changed) {
      if (!key.startsWith('thing:')) continue;
      const sort = key.slice('thing:'.length, key.indexOf('/'));
      if (this.#sorts.has(sort)) this.#dirty.add(key as Subject);
    }
    this.#mark(changed);
  }

  setFiles(files: ReadonlySet<string>): void {
    const { pack, changed } = changeFiles(this.pack, files);
    this.pack = pack;
    this.#mark(changed);
  }

  setOutside(outside: Outside): void {
    const { pack, changed } = changeOutside(this.pack, outside);
    this.pack = pack;
    this.#mark(changed);
  }

  #mark(changed: ReadonlySet<Key>): void {
    for (const key of changed) for (const subject of this.#readers.get(key) ?? []) this.#dirty.add(subject);
  }

  /** Judges until all is done or `stop` says so; true when all is done. */
  settle(stop: () => boolean = () => false): boolean {
    for (const subject of this.#dirty) {
      if (stop()) return false;
      this.#dirty.delete(subject);
      this.#put(subject, this.#judged(subject));
    }
    return true;
  }

  /** How many subjects wait; for progress and tests. */
  get waiting(): number {
    return this.#dirty.size;
  }

  /** A subject that can't be judged keeps no old findings, and takes nothing down with it. */
  #judged(subject: Subject): Result | undefined {
    try {
      return this.#judge(subject);
    } catch (error) {
      this.onFailure({
        rule: subject.split(':')[0] ?? subject,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
      return undefined;
    }
  }

  #judge(subject: Subject): Result | undefined {
    const reads = new Set<Key>();
    const note = (key: Key) => {
      reads.add(key);
      this.onLook(key);
    };
    const reader = new Reader(this.knowledge, this.pack, this.#today, note, this.lookBack);
    const judged = judgeSubject(subject, this.pack, reader, this.rules);
    return judged && { ...judged, reads };
  }

  #put(subject: Subject, result: Result | undefined): void {
    const before = this.#results.get(subject);
    for (const key of before?.reads ?? []) {
      if (result?.reads.has(key)) continue;
      const set = this.#readers.get(key);
      set?.delete(subject);
      if (set?.size === 0) this.#readers.delete(key);
    }
    for (const key of result?.reads ?? []) {
      if (before?.reads.has(key)) continue;
      const set = this.#readers.get(key) ?? new Set();
      this.#readers.set(key, set.add(subject));
    }
    for (const doc of new Set(before?.findings.map((f) => f.at.doc))) this.#setFindings(doc, subject, []);
    for (const doc of new Set(result?.findings.map((f) => f.at.doc))) {
      this.#setFindings(doc, subject, result?.findings.filter((f) => f.at.doc === doc) ?? []);
    }
    for (const f of before?.findings ?? []) for (const b of f.because) this.#pointedTo.get(b.at.doc)?.delete(subject);
    for (const f of result?.findings ?? []) {
      for (const b of f.because) this.#pointedTo.set(b.at.doc, (this.#pointedTo.get(b.at.doc) ?? new Set()).add(subject));
    }
    this.#retell([...(before?.failed ?? []), ...(result?.failed ?? [])]);
    for (const failure of result?.failed ?? []) this.onFailure(failure);
    if (result) this.#results.set(subject, result);
    else this.#results.delete(subject);
    this.#count(subject, result);
  }

  /** Keeps account of what waivers are of use for. */
  #count(subject: Subject, result: Result | undefined): void {
    const before = new Set(this.#waiving.unused.map(({ at }) => at.doc));
    if (subject === 'waivers') {
      for (const { at } of this.#waiving.waivers) this.#touched.add(at.doc);
      const waived = this.#waiving.set(result?.waivers ?? [], this.#results, this.pack);
      for (const s of waived) for (const f of this.#results.get(s as Subject)?.findings ?? []) this.#touched.add(f.at.doc);
      for (const { at } of this.#waiving.waivers) this.#touched.add(at.doc);
      return;
    }
    this.#waiving.count(subject, result, this.pack);
    for (const { at } of this.#waiving.unused) before.add(at.doc);
    for (const doc of before) this.#touched.add(doc);
  }

  #setFindings(doc: string, subject: Subject, findings: readonly Finding[]): void {
    const of = this.#byDocument.get(doc) ?? new Map<Subject, readonly Finding[]>();
    if (findings.length > 0) of.set(subject, findings);
    else of.delete(subject);
    if (of.size > 0) this.#byDocument.set(doc, of);
    else this.#byDocument.delete(doc);
    this.#touched.add(doc);
  }

  /** Findings whose place is in that document, in no particular order. */
  findings(doc: string): Finding[] {
    const own = [...(this.#byDocument.get(doc) ?? [])];
    const told = own.flatMap(([subject, findings]) =>
      findings
        .filter((f) => f.values.rule === undefined || this.#tells(subject, f.values.rule))
        .map((f) => waivedFinding(f, aboutOf(subject), this.#honoured, this.pack)),
    );
    return [...told, ...this.#useless(doc)];
  }

  get #honoured(): readonly Waiver[] {
    return this.honoursWaivers ? this.#waiving.waivers : [];
  }

  /** A waiver in this document that allows nothing, not even that there is nothing at all of what a demand is about. */
  #useless(doc: string): Finding[] {
    const idle = this.#waiving.unused.filter(({ at }) => at.doc === doc);
    const isEmpty = ({ demand, where }: Waiver) =>
      demand !== undefined &&
      where === undefined &&
      this.#covered(this.#waiving.waivers).demands.some((d) => d.demand.id === demand && d.state === 'waived');
    return idle.filter((w) => !isEmpty(w)).flatMap((w) => matchesNothing(w, this.knowledge));
  }

  /** A rule that fails on many things is told once, where it failed first. */
  #tells(subject: Subject, rule: string): boolean {
    const all = [...this.#results].filter(([, r]) => r.failed.some((f) => f.rule === rule)).map(([s]) => s);
    return all.sort()[0] === subject;
  }

  /** Where a failed rule is told may change with each thing that it fails on. */
  #retell(failures: readonly Failure[]): void {
    const rules = new Set(failures.map((f) => f.rule));
    if (rules.size === 0) return;
    for (const { failed, findings } of this.#results.values()) {
      if (failed.some((f) => rules.has(f.rule))) for (const { at } of findings) this.#touched.add(at.doc);
    }
  }

  /** What rules worked out from figures in that document, as far as all is judged. */
  workings(doc: string): Working[] {
    return [...this.#results.values()].flatMap((r) => r.workings.filter((w) => w.figures.some((f) => f.doc === doc)));
  }

  /** Documents with findings that point into this one: their places move with it. */
  pointingTo(doc: string): string[] {
    return [...(this.#pointedTo.get(doc) ?? [])].flatMap((s) => this.#results.get(s)?.findings ?? []).map((f) => f.at.doc);
  }

  /** The same evidence, judged as of another day. It shares nothing that changes. */
  asOf(today: string, lookBack: LookBack): Engine {
    const other = new Engine(this.knowledge, this.rules, this.pack.folder, today, () => {}, this.onLook, lookBack);
    for (const key of this.pack.documents.keys()) other.#dirty.add(`doc:${key}`);
    for (const [sort, ids] of this.pack.things) {
      if (this.#sorts.has(sort)) for (const id of ids.keys()) other.#dirty.add(`thing:${sort}/${id}`);
    }
    other.pack = this.pack;
    other.honoursWaivers = this.honoursWaivers;
    other.settle();
    return other;
  }

  coverage(): CoverageOf {
    return this.#covered(this.#honoured);
  }

  #covered(waivers: readonly Waiver[]): CoverageOf {
    // In an order that no edit changes: of several reasons the first is told.
    const all = [...this.#results].sort(([a], [b]) => (a < b ? -1 : 1));
    const results = all.map(([subject, result]) => waive(result, aboutOf(subject), waivers, this.pack));
    return coverageOf(results, new Reader(this.knowledge, this.pack, this.#today, this.onLook, this.lookBack), waivers);
  }

  /** All results. */
  results(): Iterable<Assessed> {
    return this.#results.values();
  }

  /** Documents whose findings changed since the last call. */
  takeTouched(): ReadonlySet<string> {
    const touched = new Set(this.#touched);
    this.#touched.clear();
    return touched;
  }
}
