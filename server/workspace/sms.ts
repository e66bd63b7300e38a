// One SMS: its files as they are now, read as far as they changed, and what is found in them. State; must not know the wire.

import type { Period } from '../arithmetic/periods';
import { chosen } from '../assess/chosen';
import type { CoverageOf } from '../assess/coverage';
import { rowFindings } from '../assess/exports';
import { type EvidenceFile, type FileFinding, fileFindings, readFile } from '../assess/file';
import { coverageOver, stretchesOf } from '../assess/over-time';
import type { Host } from '../host/host';
import type { Knowledge } from '../knowledge/knowledge';
import type { Json } from '../knowledge/types';
import { Converter, type EvidenceDocument } from '../model/document';
import type { ExportFile } from '../model/export';
import type { Change } from '../model/pack';
import { Reader } from '../model/reader';
import type { NamedRule } from '../rules/rule';
import { Engine, type Failure } from './engine';
import { Exports } from './exports';
import { Lookups } from './outside';

/** A file's text as it is now; without text it is gone, or can't be read (why, in words). */
export interface TextNow {
  readonly uri: string;
  readonly text?: string | undefined;
  readonly unreadable?: string | undefined;
}

const later = (a: string, b: string): string => (a > b ? a : b);

export class Sms {
  readonly engine: Engine;
  readonly lookups: Lookups | undefined;
  readonly #files = new Map<string, EvidenceFile>();
  readonly #converter = new Converter();
  readonly #exports = new Exports();
  /** Files whose text changed since somebody last asked. */
  readonly #changed = new Set<string>();

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
    for (const { uri, text, unreadable } of texts) {
      this.#changed.add(uri);
      const before = this.#files.get(uri);
      const gone = text === undefined && unreadable === undefined;
      const after = gone ? undefined : readFile(uri, text ?? '', reading, before, unreadable);
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
    const before = this.#severities();
    this.engine.change(changes);
    if (this.#severities() !== before) this.markAllChanged();
  }

  #textOf(uri: string): TextNow {
    const file = this.#files.get(uri);
    return file ? { uri, text: file.read.text, unreadable: file.unreadable } : { uri };
  }

  /** The text of an export, so that its rows can be shown. */
  #show(uri: string): void {
    this.#changed.add(uri);
    const text = this.#exports.textOf(uri);
    if (text === undefined) this.#files.delete(uri);
    else this.#files.set(uri, { uri, read: { text, documents: [], faults: [], blocks: new Map() }, documents: [] });
  }

  /** Everything found in a file, in no particular order. */
  findings(uri: string): FileFinding[] {
    const file = this.#files.get(uri);
    if (!file) return [];
    const judged = (doc: string) => this.engine.findings(doc);
    const found = this.#exports.wanted.has(uri)
      ? rowFindings(uri, this.#exports.documentsAt(uri), judged, this.knowledge)
      : fileFindings(file, judged, this.knowledge);
    return chosen(found, this.#severities());
  }

  /** Files whose findings, or the places of them, may have changed since the last call. */
  takeChanged(): ReadonlySet<string> {
    const moved = [...this.#changed]
      .flatMap((uri) => this.#files.get(uri)?.documents ?? [])
      .flatMap((d) => (d.evidence ? this.engine.pointingTo(d.evidence.key) : []));
    const changed = new Set([
      ...this.#changed,
      ...[...this.engine.takeTouched(), ...moved].map((key) => key.slice(0, key.lastIndexOf('#'))),
    ]);
    for (const uri of [...changed]) for (const named of this.#exports.namedBy(uri)) changed.add(named);
    this.#changed.clear();
    return changed;
  }

  markAllChanged(): void {
    for (const uri of this.#files.keys()) this.#changed.add(uri);
  }

  /** There is evidence in it, so that it is worth showing. */
  get hasEvidence(): boolean {
    return this.engine.pack.documents.size > 0;
  }

  /** How serious the manifest wants single findings to be; as written. */
  #severities(): Json | undefined {
    return this.reader().says('severities')?.value;
  }

  #zone(): string | undefined {
    return this.reader().says('zone')?.text;
  }

  coverage(): CoverageOf {
    return this.engine.coverage();
  }

  /** As on a day (YYYY-MM-DD), looked back at from today: what is dated after it proves nothing. */
  coverageOn(day: string): CoverageOf {
    return this.engine.asOf(day, { now: later(day, this.engine.today) }).coverage();
  }

  /** Over a period, as far as it is over: each stretch in which the same versions were in force is judged as on its last day. */
  coverageOver(period: Period): CoverageOf {
    const { today } = this.engine;
    const until = period.to < today || period.from > today ? period.to : today;
    const parts = stretchesOf(this.engine.pack, { from: period.from, to: until }).map((stretch) => ({
      ...stretch,
      coverage: this.engine.asOf(stretch.to, { now: later(until, today), period: { from: period.from, to: stretch.to } }).coverage(),
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
