// The shapes of what schemas/ and snippets/ hold. Plain data; must not know documents, editors or disks.

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export type Edition = '2011' | '2018';
export type Basis = 'full' | 'usual-evidence';
export type Stage = 'plan' | 'do' | 'check' | 'act';
export type Form = 'manifest' | 'controlled' | 'register' | 'record' | 'entry' | 'own';
/** How a figure is written: in per cent, as a time, as an amount with its unit, or as a number alone. */
export type MeasuredIn = 'percentage' | 'duration' | 'quantity' | 'number';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A schema as written, in the dialect that schemas/README.md settles. */
export interface RawSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, RawSchema>>;
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly Json[];
  readonly properties?: Readonly<Record<string, RawSchema | true>>;
  readonly items?: RawSchema;
  readonly required?: readonly string[];
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly format?: string;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly oneOf?: readonly RawSchema[];
  readonly discriminator?: { readonly propertyName: string };
  readonly unevaluatedProperties?: boolean;
  readonly 'x-form'?: Form;
  readonly 'x-list'?: string;
  readonly 'x-date'?: string;
  readonly 'x-since'?: string;
  readonly 'x-order'?: readonly (readonly [earlier: string, later: string])[];
  readonly 'x-defines'?: string;
  readonly 'x-within'?: boolean;
  readonly 'x-refers'?: string | readonly string[];
  readonly 'x-words'?: Readonly<Record<string, string>>;
  readonly 'x-or-text'?: boolean;
  readonly 'x-unknown'?: string;
  readonly 'x-about'?: boolean | string;
  readonly 'x-none'?: boolean;
  readonly 'x-is'?: string;
  readonly 'x-points'?: boolean;
  readonly 'x-export'?: boolean;
  readonly 'x-apart'?: boolean;
  readonly 'x-covers'?: boolean;
  readonly 'x-last'?: readonly string[];
  readonly 'x-every'?: boolean;
  readonly 'x-asks'?: string;
  readonly 'x-share-of-time'?: { readonly over: string; readonly where?: Readonly<Record<string, string>> };
  readonly 'x-better'?: Readonly<Record<string, 'more' | 'less'>>;
  readonly 'x-measured-in'?: Readonly<Record<string, readonly MeasuredIn[]>>;
}

/** What an author may write somewhere: references followed, bases merged, properties in the order they are written in. */
export interface Schema extends Omit<RawSchema, 'properties' | 'items' | 'oneOf' | '$ref' | '$defs' | 'type'> {
  readonly types: readonly string[];
  readonly properties: ReadonlyMap<string, Schema>;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
}

export interface Kind {
  readonly kind: string;
  readonly form: Form;
  /** The name in full: "service level agreement". */
  readonly title: string;
  readonly says: string;
  readonly schema: Schema;
  /** The process it belongs to, by its folder: "6.1-service-level-management" or "common". */
  readonly folder: string;
  readonly list?: string;
  readonly template: string;
}

export interface Finding {
  readonly severity: Severity;
  readonly says: string;
  readonly do: string;
  readonly about: string;
  /** What is said at the other place, where there is one. */
  readonly because?: string;
  /** Where one keystroke can settle it: what that does. */
  readonly fix?: string;
  /** The demand that isn't met because of it. */
  readonly demand?: string;
  /** What may stand in the places of its words. */
  readonly example?: Readonly<Record<string, string>>;
  /** Why no quick-fix is offered, behind "because". */
  readonly unfixed?: string;
  /** What is underlined is of no more use, or no longer to be used. */
  readonly tag?: Tag;
  /** About YAML itself: what another YAML server in the editor reports, too. */
  readonly syntax?: true;
}

export type Tag = 'unnecessary' | 'deprecated';

export interface Term {
  readonly term: string;
  readonly short?: string;
  readonly also?: readonly string[];
  readonly meaning: string;
  readonly seeAlso?: readonly string[];
  readonly kinds?: readonly string[];
  readonly demands?: readonly string[];
}

/** What is found on a thing that exists and lacks a document, or whose proof is too old. */
export interface Lack {
  readonly id: string;
  readonly says: string;
  /** For `lacks`: only where there is a document of that kind. */
  readonly given?: string;
  /** For `overdue`: the words where it was never done yet. */
  readonly never?: string;
  /** The same where nobody says since when it should have been done, so that no day can be named. */
  readonly undated?: string;
  readonly do: string;
  /** For `overdue`: what is said at the last proof. */
  readonly because?: string;
}

export interface RawDemand {
  readonly id: string;
  /** A few words, for lists. */
  readonly title: string;
  readonly iso2018: string;
  readonly only?: 2018;
  readonly stage: Stage;
  readonly basis?: Readonly<Partial<Record<Edition, 'usual-evidence'>>>;
  readonly each?: string;
  readonly demand: string;
  readonly why: string;
  readonly auditor: string;
  /** What an auditor usually finds wrong, in one sentence. */
  readonly nonconformity: string;
  readonly evidence: readonly string[];
  readonly joined?: true;
  readonly every?: string;
  readonly due?: string;
  readonly within?: string;
  readonly lacks?: Lack;
  readonly overdue?: Lack;
}

export interface RawPopulation {
  readonly of: string;
  readonly in?: readonly string[];
  readonly where?: Readonly<Record<string, Json>>;
  readonly enum?: readonly string[];
  readonly empty?: 'missing' | 'no-instance' | 'none-recorded';
  readonly follows?: string;
  /** Of periods, only those that hold no shorter one. */
  readonly shortest?: true;
  /** Where the manifest says how far `near` is. */
  readonly tolerance?: string;
  readonly says: string;
}

export interface RawClause {
  readonly process?: string;
  readonly objective?: string;
  readonly iso2018?: readonly string[];
  readonly populations?: Readonly<Record<string, RawPopulation>>;
  readonly demands?: readonly RawDemand[];
}

/** Everything in schemas/ and snippets/, as gathered. */
export interface Gathered {
  readonly schemas: Readonly<Record<string, RawSchema>>;
  readonly kinds: Readonly<Record<string, string>>;
  readonly clauses: readonly RawClause[];
  readonly glossary: {
    readonly terms: readonly Term[];
    readonly roles: readonly Term[];
    readonly places?: Readonly<Record<string, string>>;
  };
  readonly findings: Readonly<Record<string, Finding>>;
  readonly snippets: Readonly<Record<string, string>>;
}

/** What a validating function leaves behind; the shape is ajv's. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}
export interface Validator {
  (data: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

export interface Process {
  /** "6.1 service level management" */
  readonly name: string;
  /** "6.1" */
  readonly clause: string;
  readonly objective: string;
  readonly iso2018: readonly string[];
}

/** A demand with its evidence parsed. */
export interface Demand extends Omit<RawDemand, 'evidence' | 'every' | 'due' | 'within' | 'each'> {
  readonly process: Process;
  /** Place in the register's order. */
  readonly order: number;
  readonly each?: Population;
  readonly evidence: readonly Entry[];
  readonly every?: readonly PathOf[];
  /** How long after the end of an interval its proof may take to be there. */
  readonly due?: readonly PathOf[];
  readonly within?: readonly PathOf[];
}

/** One entry of `evidence`: any of its alternatives will do. */
export type Entry = readonly Evidence[];
export type Evidence = { readonly path: PathOf; readonly word?: string; readonly to?: PathOf } | { readonly rule: string };

/** `sla.targets[].window` as head "sla" and fields [{name: "targets", each: true}, {name: "window", each: false}]. */
export interface PathOf {
  readonly head: string;
  readonly fields: readonly { readonly name: string; readonly each: boolean }[];
}

/** Where things of a sort stand: a kind and the fields down to them. */
export interface Place {
  readonly kind: string;
  readonly fields: PathOf['fields'];
  /** What applies to the thing itself. */
  readonly schema: Schema;
}

export interface Population extends Omit<RawPopulation, 'where' | 'follows'> {
  readonly name: string;
  readonly where: readonly Condition[];
  readonly follows?: string;
}

export type Condition = { readonly field: PathOf } & (
  | { readonly is: readonly string[] }
  | { readonly not: string }
  | { readonly near: string; readonly tolerance: PathOf }
  | { readonly given: true }
  | { readonly today: true }
);
