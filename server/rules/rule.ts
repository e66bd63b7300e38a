// What a rule is: a check of one thing against others that no schema can make, with the words for what it finds.
// A rule sees things and cursors; it must not know files, ranges, editors or how findings are shown.
import type { Severity, Tag } from '../knowledge/types';
import type { At } from '../model/at';
import type { Thing } from '../model/pack';
import type { Reader } from '../model/reader';

export interface Rule {
  /** The demands it speaks for; the first is the one shown. */
  readonly demands: readonly string[];
  /** The population, or several, whose members it checks, each by itself. */
  readonly each: string | readonly string[];
  readonly severity: Severity;
  /** What is wrong, with places for the values: "{supplier} guarantees {bought}, but …". */
  readonly says: string;
  /** What to do about it. */
  readonly do: string;
  /** What is said at the other place. */
  readonly because: string;
  /** What the figures come to, whether or not anything is wrong, with places for values: "{bought} beneath {promised}". */
  readonly works?: string;
  /** Where one keystroke can settle it: what that does, with places for values. "Promise {bought} here". */
  readonly fix?: string;
  /** What is underlined is of no more use, or no longer to be used. */
  readonly tag?: Tag;
  /** One or two sentences for the reference page: what is compared, and when it keeps still. */
  readonly about: string;
  /** For the reference page: what may stand in each place of its words. A test wants it of every rule. */
  readonly example?: Readonly<Record<string, string>>;
  check(subject: Thing, pack: Reader, report: Report): void;
}

/**
 * What one keystroke writes, in any document: `set` puts `to` in place of the word or text that stands there; `add` writes the
 * piece of the template there, a field or one more item of a list, with its questions but for the fields in `known` (`addTo` gives the place).
 */
export type Mend = { readonly set: At; readonly to: string } | { readonly add: At; readonly known?: Readonly<Record<string, string>> };

/** The place of one more item of a list; of the list itself where it has none yet. */
export const addTo = (list: At): At => (list.items.length > 0 ? list.get(list.items.length) : list);

/** Gets what a rule finds. Calling it twice makes two findings. */
export interface Report {
  (
    at: At,
    values: Readonly<Record<string, string>>,
    more?: { readonly because?: readonly At[]; readonly severity?: Severity; readonly fix?: Mend },
  ): void;
  /** What was worked out, whether or not it is a finding too: shown where one points at any of its figures. Two or more, as it goes. */
  works(figures: readonly At[], values: Readonly<Record<string, string>>): void;
  /** The thing can't be judged: neither passed nor failed. Shown in coverage only. */
  cantTell(reason: string): void;
}

/** Declares a rule; a file's default export. Its id is the file's name, its process the folder. */
export const rule = (declared: Rule): Rule => declared;

export interface NamedRule extends Rule {
  readonly id: string;
  readonly process: string;
}

export const named = (id: string, process: string, declared: Rule): NamedRule => ({ ...declared, id, process });

/** Fills `{name}` in a template; a place without a value is kept, so that a test finds it. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{([a-zA-Z]+)\}/g, (place, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : place));
}
