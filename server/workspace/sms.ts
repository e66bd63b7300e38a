// One SMS: its files as they are now, read as far as they changed, and what is found in them. State; must not know the wire.

import { compareDates } from '../arithmetic/dates';
import type { Period } from '../arithmetic/periods';
import { BASELINE, counted, type OldFinding, type OldPlace, oldFindings, outlived } from '../assess/baseline';
import { chosen } from '../assess/chosen';
import type { CoverageOf } from '../assess/coverage';
import { rowFindings } from '../assess/exports';
import { type EvidenceFile, type FileFinding, fileFindings, readFile } from '../assess/file';
import type { Working } from '../assess/finding';
import { coverageOver, stretchesOf } from '../assess/over-time';
import type { Host } from '../host/host';
import type { Knowledge } from '../knowledge/knowledge';
import type { Json } from '../knowledge/types';
import type { Change } from '../model/change-pack';
import { Converter, type EvidenceDocument } from '../model/document';
import type { ExportFile } from '../model/export';
import { Reader } from '../model/reader';
import type { NamedRule } from '../rules/rule';
import { Baselining } from './baselining';
import { Engine, type Failure } from './engine';
import { Exports } from './exports';
import { Lookups } from './outside';

/** A file's text as it is now; without text it is gone, or can't be read (why, in words). */
export interface TextNow {
  readonly uri: string;
  readonly text?: string | undefined;
  readonly unreadable?: string | undefined;
  /** Of what is unreadable, its first bytes, a letter each. */
  readonly starts?: string | undefined;
}

export class Sms {
  readonly engine: Engine;
  readonly lookups: Lookups | undefined;
  readonly #files = new Map<string, EvidenceFile>();
  readonly #converter = new Converter();
  readonly #exports = new Exports();
  /** Files whose text changed since somebody last asked, and those in which something else may be found. */
  readonly #changed = new Set<string>();
  readonly #touched = new Set<string>();
  readonly #baselining = new Baselining();
  /** Files in which what the baseline lists is still to be counted. */
  readonly #uncounted = new Set<string>();
  #outlivedShown = '';
  /** False: for somebody who wants to see what is there, however old. To be set before anything is asked. */
  honoursBaseline = true;

  constructor(
    /** The folder's uri, without a slash at its end. */
    readonly folder: string,
    readonly knowledge: Knowledge,
    rules: readonly NamedRule[],
    today: string,
    onFailure: (failure: Failure) => void,
    /** Where what lies outside the documents can be looked up; without one nothing of it is known. */
    host?: Host,
  ) {
    this.lookups = host && new Lookups(host, knowledge, folder);
    this.engine = new Engine(knowledge, rules, folder, today, onFailure, this.lookups?.ask);
  }

  /** Evidence, and the exports that it points to as far as they are known. */
  get files(): ReadonlyMap<string, EvidenceFile> {
    return this.#files;
  }

  /** The uris of all exports that documents point to. */
  get exports(): ReadonlySet<string> {
    return this.#exports.wanted;
  }

  /** Those of them that nobody gave yet. */
  get exportsToRead(): readonly string[] {
    return [...this.#exports.wanted].filter((uri) => !this.#exports.files.has(uri));
  }

  /** Those that were given, whether something still points to them or not. */
  get exportsRead(): Iterable<string> {
    return this.#exports.files.keys();
  }

  /** Takes exports as they are now; what points to them is read and judged again. */
  setExports(files: ReadonlyMap<string, ExportFile>): void {
    const readers = this.#exports.put(files);
    if (readers.size > 0) this.#read([...readers].map((uri) => this.#textOf(uri)));
  }

  /** Takes texts as they are now; only what differs is read and judged again. */
  setTexts(texts: readonly TextNow[]): void {
    const zone = this.#zone();
    this.#read(texts);
    // Times of exports are turned into the zone of the manifest.
    if (this.#zone() !== zone) this.#read([...this.#exports.readers].map((uri) => this.#textOf(uri)));
  }

  #read(texts: readonly TextNow[]): void {
    const changes: Change[] = [];
    const around = { fileOf: (uri: string) => this.#exports.files.get(uri), zone: this.#zone() };
    const reading = { knowledge: this.knowledge, converter: this.#converter, around };
    for (const { uri, text, unreadable, starts = '' } of texts) {
      this.#mark(uri);
      const before = this.#files.get(uri);
      const gone = text === undefined && unreadable === undefined;
      const after = gone ? undefined : readFile(uri, text ?? starts, reading, before, unreadable);
      if (after) this.#files.set(uri, after);
      else this.#files.delete(uri);
      const old = evidenceIn(before);
      const now = evidenceIn(after);
      const keys = new Set(now.map((d) => d.key));
      for (const d of now) changes.push([d.key, d]);
      for (const d of old) if (!keys.has(d.key)) changes.push([d.key, undefined]);
      for (const named of this.#exports.setReader(uri, now)) this.#show(named);
    }
    if (changes.length === 0) return;
    const [severities, baseline] = [this.#severities(), this.#baseline()];
    this.engine.change(changes);
    const now = this.#baseline();
    const isSame = now.length === baseline.length && now.every((says, i) => says === baseline[i]);
    if (!isSame) this.#baselining.set(oldFindings(this.reader()));
    if (!isSame || this.#severities() !== severities) this.markAllChanged();
  }

  #textOf(uri: string): TextNow {
    const file = this.#files.get(uri);
    return file ? { uri, text: file.read.text, unreadable: file.unreadable } : { uri };
  }

  /** The text of an export, so that its rows can be shown. */
  #show(uri: string): void {
    this.#mark(uri);
    const text = this.#exports.textOf(uri);
    if (text === undefined) this.#files.delete(uri);
    else this.#files.set(uri, { uri, read: { text, documents: [], faults: [], blocks: new Map() }, documents: [] });
  }

  /** Everything found in a file, in no particular order. */
  findings(uri: string): FileFinding[] {
    const file = this.#files.get(uri);
    if (!file) return [];
    if (!this.#baselining.isInUse) return this.#found(uri, file);
    this.#count();
    const all = [...this.#found(uri, file), ...chosen(this.#outlivedIn(uri), this.#severities(), this.knowledge)];
    return this.honoursBaseline ? this.#baselining.marked(all, file, this.engine.pack) : all;
  }

  #found(uri: string, file: EvidenceFile): FileFinding[] {
    const judged = (doc: string) => this.engine.findings(doc);
    const found = this.#exports.wanted.has(uri)
      ? rowFindings(uri, this.#exports.documentsAt(uri), judged, this.knowledge)
      : fileFindings(file, judged, this.knowledge);
    return chosen(found, this.#severities(), this.knowledge);
  }

  /** What rules worked out from figures in a document, by its key. */
  workings(doc: string): readonly Working[] {
    return this.engine.workings(doc);
  }

  /** What a baseline would list if it were begun now; of versions, which share their id, the one with the most. */
  get foundNow(): readonly (OldPlace & { readonly count: number })[] {
    const all = new Map<string, OldPlace & { readonly count: number }>();
    for (const [uri, file] of this.#files) {
      for (const [key, place] of counted(this.#found(uri, file), file, this.engine.pack)) {
        if ((all.get(key)?.count ?? 0) < place.count) all.set(key, place);
      }
    }
    return [...all.values()];
  }

  /** How many findings the baseline hides; undefined where there is none. */
  get hiddenByBaseline(): number | undefined {
    this.#count();
    return this.#baselining.isInUse ? this.#baselining.hidden : undefined;
  }

  /** Lines of a baseline in that file that list more than is found. */
  #outlivedIn(uri: string): FileFinding[] {
    const here = this.#baselining.outlived.filter(({ line }) => fileOf(line.at.doc) === uri);
    return here.flatMap(({ line, found }) => outlived(line, found, this.reader()));
  }

  /** Counts what the baseline lists, in files that changed since. */
  #count(): void {
    for (const key of this.engine.takeTouched()) {
      const uri = fileOf(key);
      for (const touched of [uri, ...this.#exports.namedBy(uri)]) {
        this.#touched.add(touched);
        this.#uncounted.add(touched);
      }
    }
    if (this.#baselining.isInUse) {
      for (const uri of this.#uncounted) {
        const file = this.#files.get(uri);
        this.#baselining.count(uri, file, file ? this.#found(uri, file) : [], this.engine.pack);
      }
    }
    this.#uncounted.clear();
  }

  /** Files whose findings, or the places of them, may have changed since the last call. */
  takeChanged(): ReadonlySet<string> {
    this.#count();
    const moved = [...this.#changed]
      .flatMap((uri) => this.#files.get(uri)?.documents ?? [])
      .flatMap((d) => (d.evidence ? this.engine.pointingTo(d.evidence.key) : []));
    const changed = new Set([...this.#changed, ...this.#touched, ...moved.map(fileOf)]);
    for (const uri of [...changed]) for (const named of this.#exports.namedBy(uri)) changed.add(named);
    for (const line of this.#newlyOutlived()) changed.add(fileOf(line.at.doc));
    this.#changed.clear();
    this.#touched.clear();
    return changed;
  }

  /** All lines of the baseline, where it isn't the same ones that list too much as when this was last asked. */
  #newlyOutlived(): readonly OldFinding[] {
    const all = this.#baselining.outlived;
    const now = JSON.stringify(all.map(({ line, found }) => [line.at, found]));
    if (now === this.#outlivedShown) return [];
    this.#outlivedShown = now;
    return this.#baselining.lines;
  }

  /** Its text changed, so that anything in it may be another. */
  #mark(uri: string): void {
    this.#changed.add(uri);
    for (const changed of [uri, ...this.#exports.namedBy(uri)]) this.#uncounted.add(changed);
  }

  markAllChanged(): void {
    for (const uri of this.#files.keys()) this.#mark(uri);
  }

  /** There is evidence in it, so that it is worth showing. */
  get hasEvidence(): boolean {
    return this.engine.pack.documents.size > 0;
  }

  /** How serious the manifest wants single findings to be; as written. */
  #severities(): Json | undefined {
    return this.reader().says('severities')?.value;
  }

  /** What is written in it, the same object as long as it stays the same. */
  #baseline(): readonly (Json | undefined)[] {
    const reader = this.reader();
    return reader.all(BASELINE).map((thing) => reader.at(thing).value);
  }

  #zone(): string | undefined {
    return this.reader().says('zone')?.text;
  }

  coverage(): CoverageOf {
    return this.engine.coverage();
  }

  /** As on a day (YYYY-MM-DD) that has come, looked back at from today: what is dated after it proves nothing. */
  coverageOn(day: string): CoverageOf {
    return this.engine.asOf(day, { now: this.engine.today }).coverage();
  }

  /** Over a period that has begun, as far as it is over: each stretch in which the same versions were in force is judged as on its last day. */
  coverageOver(period: Period): CoverageOf {
    const { today } = this.engine;
    const until = compareDates(period.to, today) < 0 ? period.to : today;
    const parts = stretchesOf(this.engine.pack, { from: period.from, to: until }).map((stretch) => ({
      ...stretch,
      coverage: this.engine.asOf(stretch.to, { now: today, period: { from: period.from, to: stretch.to } }).coverage(),
    }));
    return coverageOver(parts, this.knowledge);
  }

  /** Looks up what was asked for outside the documents; true where something is different now. `git`: whether it may be asked. */
  async lookUp(git: boolean): Promise<boolean> {
    const outside = await this.lookups?.answers(git);
    if (outside) this.engine.setOutside(outside);
    return outside !== undefined;
  }

  /** The pack to ask questions of that leave nothing behind but what is to be looked up: hover, completion, reports. */
  reader(): Reader {
    return new Reader(this.knowledge, this.engine.pack, this.engine.today, (key) => this.lookups?.ask(key));
  }
}

const evidenceIn = (file: EvidenceFile | undefined): readonly EvidenceDocument[] => file?.documents.flatMap((d) => d.evidence ?? []) ?? [];

/** The file that a document's key names. */
const fileOf = (key: string): string => key.slice(0, key.lastIndexOf('#'));
