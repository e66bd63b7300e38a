// The waivers in force in one SMS, and what each of them is of use for: counted subject by subject, so that an edit counts only what
// it changed. State; must not know what is judged.
import type { Assessed } from '../assess/subject';
import { isUsed, type Waiver } from '../assess/waivers';
import type { Pack } from '../model/pack';

/** `thing:contract/acme-hosting` is about `contract/acme-hosting`; other subjects are about no thing. */
export const aboutOf = (subject: string): string | undefined => (subject.startsWith('thing:') ? subject.slice('thing:'.length) : undefined);

export class Waiving {
  #waivers: readonly Waiver[] = [];
  /** The subjects in which each waiver, by its document, allows something. */
  readonly #used = new Map<string, Set<string>>();

  get waivers(): readonly Waiver[] {
    return this.#waivers;
  }

  /** Takes the waivers as they are now. Gives the subjects of which something may have been waived, or may be now. */
  set(waivers: readonly Waiver[], results: ReadonlyMap<string, Assessed>, pack: Pack): ReadonlySet<string> {
    const before = new Set([...this.#used.values()].flatMap((subjects) => [...subjects]));
    this.#waivers = waivers;
    this.#used.clear();
    if (waivers.length > 0) for (const [subject, result] of results) this.count(subject, result, pack);
    return new Set([...before, ...[...this.#used.values()].flatMap((subjects) => [...subjects])]);
  }

  /** A subject was judged anew, or is gone. */
  count(subject: string, result: Assessed | undefined, pack: Pack): void {
    for (const waiver of this.#waivers) {
      const used = this.#used.get(waiver.at.doc) ?? new Set<string>();
      if (result && isUsed(waiver, result, aboutOf(subject), pack)) used.add(subject);
      else used.delete(subject);
      this.#used.set(waiver.at.doc, used);
    }
  }

  /** Those that allow nothing that was judged. */
  get unused(): readonly Waiver[] {
    return this.#waivers.filter(({ at }) => (this.#used.get(at.doc)?.size ?? 0) === 0);
  }
}
