// All SMS folders that are open: which file belongs to which, and which text of it counts. State; must not know the wire.
import { suffixOf } from '../assess/classify';
import type { Host } from '../host/host';
import type { Knowledge } from '../knowledge/knowledge';
import { type ExportFile, exportFile, isRows } from '../model/export';
import type { NamedRule } from '../rules/rule';
import type { Failure } from './engine';
import { Sms, type TextNow } from './sms';
import { canonical, folderOf } from './uri';

/** Today as YYYY-MM-DD in a zone; without one in that of the machine. */
export type Clock = (zone?: string) => string;

const AT_ONCE = 32;

interface FileTexts {
  /** As on the disk; absent where there is no such file. */
  disk?: TextNow;
  /** As in the editor, which wins over the disk. */
  open?: string;
}

export class Workspace {
  readonly #texts = new Map<string, FileTexts>();
  readonly #smss = new Map<string, Sms>();
  /** Which SMS folder a file was given to. */
  readonly #home = new Map<string, string>();
  /** False: waivers are passed over. To be set before anything is opened. */
  honoursWaivers = true;
  /** False: so is the baseline. */
  honoursBaseline = true;
  #folders: string[] = [];
  #manifests: ReadonlySet<string> = new Set();
  /** Every file there is, evidence or not: what a reference may lead to. */
  readonly #present = new Set<string>();

  constructor(
    readonly host: Host,
    readonly knowledge: Knowledge,
    readonly rules: readonly NamedRule[],
    readonly clock: Clock,
    readonly onFailure: (failure: Failure) => void,
  ) {}

  /** Reads all that lies below the folders, and forgets what lies below none. Uris of editors are taken as they come. */
  async open(folders: readonly string[]): Promise<void> {
    this.#folders = folders.map((f) => canonical(f).replace(/\/$/, ''));
    this.#present.clear();
    for (const folder of this.#folders) for (const uri of await this.host.list(folder)) this.#present.add(canonical(uri));
    for (const [key, { open }] of this.#texts) {
      if (this.#present.has(key)) continue;
      if (open === undefined) this.#texts.delete(key);
      else this.#texts.set(key, { open });
    }
    await this.#load([...this.#present].filter(isYaml));
    this.#arrange();
    this.#tellFiles();
    await this.#readExports();
  }

  async #load(uris: readonly string[]): Promise<void> {
    const queue = [...uris];
    const work = async () => {
      for (let uri = queue.shift(); uri !== undefined; uri = queue.shift()) {
        const found = await this.host.read(uri);
        const texts = this.#texts.get(uri) ?? {};
        if (found) this.#texts.set(uri, { ...texts, disk: { uri, ...found } });
        else if (texts.open === undefined) this.#texts.delete(uri);
        else this.#texts.set(uri, { open: texts.open });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  /** The editor's text of a file from now on; undefined: it was closed, and the disk's counts again. */
  setOpen(uri: string, text: string | undefined): void {
    const key = canonical(uri);
    // Rows are read from the disk, whoever looks at them.
    if (isRows(key)) return;
    const { open: _open, ...rest } = this.#texts.get(key) ?? {};
    const texts: FileTexts = text === undefined ? rest : { ...rest, open: text };
    if (texts.open === undefined && !texts.disk) this.#texts.delete(key);
    else this.#texts.set(key, texts);
    this.#take([key]);
  }

  /** The text of a file that counts now. */
  textOf(uri: string): string | undefined {
    const { open, disk } = this.#texts.get(canonical(uri)) ?? {};
    return open ?? disk?.text;
  }

  /** Files that came, changed or went on the disk. */
  async changedOnDisk(uris: readonly string[]): Promise<void> {
    const named = uris.map(canonical).filter((uri) => !HOLDS_NONE.test(this.#below(uri)));
    // A folder that comes or goes is told as one.
    const gone = [...this.#present].filter((file) => named.some((uri) => file.startsWith(`${uri}/`)));
    const come = (await Promise.all(named.map((uri) => this.host.list(uri)))).flat().map(canonical);
    const keys = [...new Set([...named, ...gone, ...come])];
    for (const key of keys) {
      if (await this.host.read(key)) this.#present.add(key);
      else this.#present.delete(key);
    }
    await this.#load(keys.filter(isYaml));
    this.#take(keys.filter(isYaml));
    for (const sms of this.#smss.values()) for (const key of keys) sms.lookups?.forget(key);
    this.#tellFiles();
    await this.#readExports((uri) => keys.includes(uri));
  }

  /** Whether an edit points to exports that were not read yet. */
  get lacksExports(): boolean {
    return [...this.#smss.values()].some((sms) => sms.exportsToRead.length > 0);
  }

  /** Reads them. */
  async readExports(): Promise<void> {
    await this.#readExports(() => false);
  }

  /** Reads those that were not read yet, and those that may be others by now. */
  async #readExports(isOther: (uri: string) => boolean = () => true): Promise<void> {
    const smss = [...this.#smss.values()];
    const uris = new Set(smss.flatMap((sms) => [...sms.exportsToRead, ...[...sms.exportsRead].filter(isOther)]));
    const files = new Map<string, ExportFile>();
    // A document that somebody sent must not lead out of the folder that one opened.
    for (const uri of uris) files.set(uri, this.#folderAround(uri) ? exportFile(await this.host.readBytes(uri)) : OUTSIDE);
    if (files.size > 0) for (const sms of this.#smss.values()) sms.setExports(files);
  }

  /** Also to an SMS that was there before: an editor may open a file while the folders are still being read. */
  #tellFiles(): void {
    const files = withFolders(this.#present);
    for (const sms of this.#smss.values()) sms.engine.setFiles(files);
  }

  #take(keys: readonly string[]): void {
    if (keys.some((key) => this.#isManifest(key) && this.#texts.has(key) !== this.#manifests.has(folderOf(key)))) this.#arrange();
    for (const key of keys) this.#give(key);
    this.#setClocks();
  }

  /** Gives every file to the SMS whose folder is nearest above it. */
  #arrange(): void {
    this.#manifests = new Set([...this.#texts.keys()].filter((uri) => this.#isManifest(uri)).map(folderOf));
    const batches = new Map<Sms, TextNow[]>();
    const put = (sms: Sms, text: TextNow) => batches.set(sms, [...(batches.get(sms) ?? []), text]);
    for (const [key, folder] of this.#home) {
      if (this.#texts.has(key) && this.#homeOf(key) === folder) continue;
      const sms = this.#smss.get(folder);
      if (sms) put(sms, { uri: key });
      this.#home.delete(key);
    }
    for (const key of this.#texts.keys()) {
      if (this.#home.has(key)) continue;
      const folder = this.#homeOf(key);
      this.#home.set(key, folder);
      const batch = batches.get(this.#sms(folder)) ?? [];
      batch.push(this.#now(key));
      batches.set(this.#sms(folder), batch);
    }
    for (const [sms, texts] of batches) sms.setTexts(texts);
    this.#setClocks();
  }

  #give(key: string): void {
    if (!this.#texts.has(key)) {
      this.#smss.get(this.#home.get(key) ?? '')?.setTexts([{ uri: key }]);
      this.#home.delete(key);
      return;
    }
    const folder = this.#homeOf(key);
    this.#home.set(key, folder);
    this.#sms(folder).setTexts([this.#now(key)]);
  }

  #now(key: string): TextNow {
    const { open, disk } = this.#texts.get(key) ?? {};
    return open === undefined ? { ...disk, uri: key } : { uri: key, text: open };
  }

  #isManifest(uri: string): boolean {
    return this.knowledge.kinds.get(suffixOf(uri, this.knowledge) ?? '')?.form === 'manifest';
  }

  #homeOf(uri: string): string {
    for (let folder = folderOf(uri); folder.includes('/'); folder = folderOf(folder)) if (this.#manifests.has(folder)) return folder;
    return this.#folderAround(uri) ?? folderOf(uri);
  }

  /** The innermost of the open folders that holds it. */
  #folderAround(uri: string): string | undefined {
    return this.#folders.filter((f) => uri.startsWith(`${f}/`)).sort((a, b) => b.length - a.length)[0];
  }

  /** Its path below the open folder. */
  #below(uri: string): string {
    return uri.slice(this.#folderAround(uri)?.length ?? 0);
  }

  #sms(folder: string): Sms {
    let sms = this.#smss.get(folder);
    if (!sms) {
      sms = new Sms(folder, this.knowledge, this.rules, this.clock(), this.onFailure, this.host);
      sms.engine.honoursWaivers = this.honoursWaivers;
      sms.honoursBaseline = this.honoursBaseline;
      sms.engine.setFiles(withFolders(this.#present));
      this.#smss.set(folder, sms);
    }
    return sms;
  }

  /** Today in each SMS is today in its own zone. */
  #setClocks(): void {
    for (const sms of this.#smss.values()) {
      sms.engine.today = this.clock(sms.reader().says('zone')?.text);
    }
  }

  /** To be called now and then, so that a new day is noticed. */
  tick(): void {
    this.#setClocks();
  }

  /** Those with evidence in them, by folder. */
  get smss(): readonly Sms[] {
    return [...this.#smss.values()].filter((s) => s.hasEvidence).sort((a, b) => (a.folder < b.folder ? -1 : 1));
  }

  /** The one that a new file in that folder would belong to, be it still without evidence. */
  smsFor(folder: string): Sms {
    return this.#sms(this.#homeOf(`${canonical(folder).replace(/\/$/, '')}/new.yaml`));
  }

  smsOf(uri: string): Sms | undefined {
    const key = canonical(uri);
    return this.#smss.get(this.#home.get(key) ?? '') ?? [...this.#smss.values()].find((sms) => sms.exports.has(key));
  }

  /** Judges until all is done, or until `stop` says so; true when all is done. */
  settle(stop?: () => boolean): boolean {
    return [...this.#smss.values()].every((sms) => sms.engine.settle(stop));
  }

  settleAll(): void {
    this.settle();
  }

  /** False: git is not to be asked, since nobody has said that these folders are trusted. */
  mayAskGit = true;

  /** Whether there is something to look up. */
  get lacksLookups(): boolean {
    return [...this.#smss.values()].some((sms) => sms.lookups?.lacks);
  }

  /** Looks up what judging and answering asked for outside the documents; true where something is different now. */
  async lookUp(): Promise<boolean> {
    let isNew = false;
    for (const sms of [...this.#smss.values()]) isNew = (await sms.lookUp(this.mayAskGit)) || isNew;
    return isNew;
  }

  /** Everything is to be shown anew: what is shown changed, not what is found. */
  markAllChanged(): void {
    for (const sms of this.#smss.values()) sms.markAllChanged();
  }

  /** Files whose findings may have changed since the last call, with the SMS they are in; a file that is gone is in none. */
  takeChanged(): ReadonlySet<string> {
    return new Set([...this.#smss.values()].flatMap((sms) => [...sms.takeChanged()]));
  }
}

/** A reference may name a folder as well. */
function withFolders(files: Iterable<string>): ReadonlySet<string> {
  const all = new Set(files);
  for (const file of files)
    for (let folder = folderOf(file); folder.includes('/') && !all.has(folder); folder = folderOf(folder)) all.add(folder);
  return all;
}

const OUTSIDE: ExportFile = { unreadable: 'it lies outside of the folder that is open' };

/** Folders that hold no evidence. */
const HOLDS_NONE = /\/(?:\.[^/]+|node_modules)(?:\/|$)/;

const isYaml = (uri: string) => /\.ya?ml$/i.test(uri);
