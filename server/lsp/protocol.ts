// What client and server say to each other beyond the Language Server Protocol: plain data and method names.
// Must not import anything at run time, so that the client can share it.
import type { Range } from 'vscode-languageserver-types';

export interface InitializationOptions {
  readonly otherYaml?: OtherYaml;
  /**
   * Where the page of a finding's code can be opened, with `{page}` in the place of its path: `sms-evidence:/{page}.md`,
   * `file:///…/docs/reference/{page}.md`. Without it codes are no links.
   */
  readonly pages?: string;
  /** How long findings of the line that is being typed wait for its author to pause, in milliseconds; without it they don't. */
  readonly pause?: number;
  /** The client has the command `FILL_IN`. */
  readonly fillsIn?: boolean;
  /** `false` where nobody has said that these folders are trusted: then git, which may run what a repository says, is not asked. */
  readonly trusted?: boolean;
}

/** What another YAML server in the same editor already does; ours leaves out just that. */
export interface OtherYaml {
  readonly syntax: boolean;
  readonly outline: boolean;
  readonly folding: boolean;
  readonly format: boolean;
}

/** Client to server: an extension came, went, or changed its settings. */
export const otherYamlChanged = 'sms-evidence/otherYaml';

/** Client to server: a `CoverageQuestion` gives a `CoverageTree`; days that can't be read are refused, with words for the author. */
export const coverageRequest = 'sms-evidence/coverage';

/** Server to client, without parameters: ask for coverage again. */
export const coverageChanged = 'sms-evidence/coverageChanged';

/** Client to server: `{ folder }` gives `TemplateEntry[]`: what can be begun there. */
export const kindsRequest = 'sms-evidence/kinds';

/** Client to server: `TemplateRequest` without an id gives `ToAsk`: what its author has to be asked. */
export const toAskRequest = 'sms-evidence/toAsk';

/** Client to server: `CheckIdRequest` gives `CheckedId`. */
export const checkIdRequest = 'sms-evidence/checkId';

/** Client to server: `TemplateRequest` gives `TemplateText`. */
export const templateRequest = 'sms-evidence/template';

/** Client to server: `{}` gives `PageEntry[]`, every page of the reference. */
export const pagesRequest = 'sms-evidence/pages';

/** Client to server: `{ id }`, a page's path or any name of it, gives a `PageText`, or null where nothing has that name. */
export const pageRequest = 'sms-evidence/page';

/** Client to server: a file's text, for a server without a disk; `{ uri }` gives `{ text }`. Server to client. */
export const readFileRequest = 'sms-evidence/readFile';

/** Server to client: a file as it lies there, for a server without a disk; `{ uri }` gives `FileBytes`. */
export const readBytesRequest = 'sms-evidence/readBytes';

/** Without either there is no such file. `unreadable`: why it can't be had, in words. */
export interface FileBytes {
  readonly base64?: string;
  readonly unreadable?: string;
}

/** Server to client: `{}` gives `{ uris }`, every file of the workspace that may matter. */
export const listFilesRequest = 'sms-evidence/listFiles';

export type State =
  | 'evidenced'
  | 'partly'
  | 'missing'
  | 'contradicted'
  | 'overdue'
  | 'not due yet'
  | 'waived'
  | 'no instance'
  | 'none recorded'
  | 'open'
  | 'cannot tell';

export type Edition = '2011' | '2018';
export type Basis = 'full' | 'usual-evidence';
export type Stage = 'plan' | 'do' | 'check' | 'act';

/** As today (`{}`), as on a day, or over a period; days are YYYY-MM-DD. */
export interface CoverageQuestion {
  readonly on?: string;
  readonly period?: { readonly from: string; readonly to: string };
}

export interface CoverageTree {
  readonly folders: readonly FolderCoverage[];
}

/** One SMS. `provisional`: there is evidence, but no sms.yaml. */
export interface FolderCoverage {
  readonly name: string;
  readonly uri: string;
  readonly edition: Edition;
  readonly provisional: boolean;
  /** The day or the period, in words, where it isn't today. */
  readonly asked?: string;
  /** How many demands are in each state. */
  readonly counts: Readonly<Record<State, number>>;
  /** The same for what the edition does not demand, but auditors usually ask for. */
  readonly usualEvidence: Readonly<Record<State, number>>;
  /** All of it that can be proved now. */
  readonly share: Share;
  /** In register order; groups name them by their places here. */
  readonly demands: readonly DemandCoverage[];
  readonly byClause: readonly CoverageGroup[];
  /** Plan, do, check, act. */
  readonly byStage: readonly CoverageGroup[];
}

/** Of `total` that can be proved now, so many are evidenced. */
export interface Share {
  readonly evidenced: number;
  readonly total: number;
}

/** Demands that are shown together. */
export interface CoverageGroup {
  /** The same in each edition. */
  readonly id: string;
  /** The clauses of the edition in force, or the stage. */
  readonly label: string;
  readonly title: string;
  /** Of what the edition demands; `percent` is rounded down, and absent where nothing can be proved now. */
  readonly share: Share;
  readonly percent?: number;
  /** Of what it does not demand, but auditors usually ask for. */
  readonly usual: Share;
  /** Places in the folder's `demands`. */
  readonly demands: readonly number[];
}

export interface DemandCoverage {
  readonly id: string;
  /** In a few words. */
  readonly title: string;
  /** The clauses of both editions, that in force first. */
  readonly clauses: string;
  readonly demand: string;
  readonly stage: Stage;
  readonly basis: Basis;
  readonly state: State;
  readonly of?: { readonly evidenced: number; readonly total: number };
  readonly reason?: string;
  readonly instances: readonly InstanceCoverage[];
  /** What the state of the whole rests on: a statement that there is none, a finding that contradicts. */
  readonly behind: readonly ProofLocation[];
}

/** The demand for one of the things it holds for, with the documents behind it. */
export interface InstanceCoverage {
  readonly label: string;
  readonly state: State;
  readonly reason?: string;
  readonly at?: Location;
  readonly proofs: readonly ProofLocation[];
}

export interface Location {
  readonly uri: string;
  readonly range: Range;
}

export interface ProofLocation extends Location {
  readonly label: string;
  /** More to say of it: what an approval is worth, and why. */
  readonly tooltip?: string;
}

/** A kind of evidence that can be started from a template. */
export interface TemplateEntry {
  readonly kind: string;
  readonly title: string;
  readonly says: string;
  /** What people call it besides. */
  readonly also: readonly string[];
  /** What it is listed under; all of one stand together. */
  readonly process: string;
  /** The name by convention, with `<id>` for the id. */
  readonly fileName: string;
}

export interface TemplateRequest {
  readonly kind: string;
  readonly id?: string;
  /** The folder it may lie in: what its SMS already knows is filled in. */
  readonly folder?: string;
  /** What it is about: ids by sort. */
  readonly about?: Readonly<Record<string, string>>;
}

export interface TemplateText {
  readonly text: string;
  /** The same with tab stops. */
  readonly snippet: string;
  readonly fileName: string;
  /** Where it lies by convention, beside alike ones; absent where no folder was told. */
  readonly uri?: string;
}

/** What has to be asked before a document can be begun. */
export interface ToAsk {
  readonly title: string;
  /** For its id; absent where the document needs none. */
  readonly id?: string;
  /** An id that suits what it is about; "" where nothing does. */
  readonly likely: string;
  readonly abouts: readonly About[];
}

/** One thing that a document is about, with those there are. */
export interface About {
  /** "customer" */
  readonly sort: string;
  readonly question: string;
  readonly known: readonly { readonly id: string; readonly name: string }[];
}

export interface CheckIdRequest {
  readonly typed: string;
  readonly folder?: string;
  /** Of the thing that will bear it; without one, ids that exist are welcome. */
  readonly sort?: string;
}

export interface CheckedId {
  /** As it will be written. */
  readonly id: string;
  /** Why it isn't what was typed. */
  readonly changed?: string;
  /** Why it can't be taken. */
  readonly wrong?: string;
}

/** A page of the reference, to pick from. */
export interface PageEntry {
  /** "demands/7.2-contract-targets" */
  readonly page: string;
  readonly title: string;
  /** Other names by which one may ask for it. */
  readonly names: readonly string[];
  /** What it is about: "demand", "kind of document" … */
  readonly is: string;
  /** In one line. */
  readonly says: string;
}

export interface PageText {
  readonly page: string;
  readonly title: string;
  /** With links to other pages relative to this one. */
  readonly markdown: string;
}

/** The command behind a lens that tells who refers to something: a client that has it shows them; its arguments are a uri and a position. */
export const SHOW_USES = 'smsEvidence.showUses';

/** The command behind a fix that made a file, for a client that has it: opens it, to be filled in by tab stops. Its arguments are those of `FillIn`. */
export const FILL_IN = 'smsEvidence.fillIn';

/** A file, what was written into it, and the same with tab stops. */
export type FillIn = readonly [uri: string, text: string, snippet: string];
