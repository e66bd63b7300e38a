// What a command line can ask for. Types only.
import type { Period } from '../arithmetic/periods';
import type { Edition, Severity } from '../knowledge/types';

export type Asked = AskedOfEvidence | AskedForBaseline | AskedToApprove | AskedToExplain | AskedForSchemas | AskedForFirst | AskedForNew;

/** To judge what lies in files. */
export interface AskedOfEvidence {
  readonly command: 'check' | 'coverage';
  /** As typed; never empty. */
  readonly paths: readonly string[];
  readonly format: 'text' | 'json';
  readonly failOn: Severity;
  /** YYYY-MM-DD */
  readonly today?: string;
  /** Coverage as on a day, or over a period; `audit`: that of the manifest. */
  readonly on?: string;
  readonly period?: Period | 'audit';
  /** False: waivers are passed over. */
  readonly waivers: boolean;
  /** False: so is the baseline. */
  readonly baseline: boolean;
  readonly verbose: boolean;
}

export interface AskedForBaseline {
  readonly command: 'baseline';
  /** As typed; one. */
  readonly paths: readonly string[];
  /** YYYY-MM-DD */
  readonly today?: string;
  readonly verbose: boolean;
}

export interface AskedToApprove {
  readonly command: 'approve';
  /** As typed; one. */
  readonly paths: readonly string[];
  /** The id of a person. */
  readonly by: string;
  /** YYYY-MM-DD */
  readonly today?: string;
  readonly verbose: boolean;
}

export interface AskedToExplain {
  readonly command: 'explain';
  /** As typed; never empty. Together they may be a line of a file. */
  readonly names: readonly string[];
  /** YYYY-MM-DD, for a line of a file. */
  readonly today?: string;
  readonly format: 'text' | 'json';
  readonly verbose: boolean;
}

export interface AskedForSchemas {
  readonly command: 'schemas';
  /** As typed. */
  readonly folder: string;
  readonly edition: Edition;
  readonly verbose: boolean;
}

/** To begin an SMS. */
export interface AskedForFirst {
  readonly command: 'init';
  /** As typed. */
  readonly folder: string;
  /** To questions of the manifest, by field. */
  readonly answers: ReadonlyMap<string, string>;
  readonly verbose: boolean;
}

/** To begin a document. */
export interface AskedForNew {
  readonly command: 'new';
  /** What it is, in words; may be empty. */
  readonly words: string;
  readonly id?: string;
  /** Where it is to be written, as typed. */
  readonly file?: string;
  /** What it is about: ids by sort. */
  readonly about: ReadonlyMap<string, string>;
  readonly verbose: boolean;
}

/** Options that are words of the knowledge. */
export interface OptionWords {
  /** Fields of the manifest that `init` asks for. */
  readonly fields: readonly string[];
  /** Sorts of things that a new document can be about. */
  readonly sorts: readonly string[];
}

export interface Wrong {
  /** A plain sentence: what can't be done, and why. */
  readonly wrong: string;
}
