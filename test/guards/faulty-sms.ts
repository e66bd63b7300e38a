// The SMS of answered templates, in which one document at a time is exchanged for a faulty one. Must not know which faults.
import assert from 'node:assert/strict';
import type { CoverageOf } from '../../server/assess/coverage';
import { type Located, locateAll } from '../../server/assess/located';
import { fixes } from '../../server/features/fixes';
import { insertions } from '../../server/features/insert';
import { plainText } from '../../server/features/snippet';
import type { Knowledge } from '../../server/knowledge/knowledge';
import type { Path } from '../../server/knowledge/schema';
import type { Edition, Kind } from '../../server/knowledge/types';
import type { EvidenceDocument } from '../../server/model/document';
import { isQuestion } from '../../server/model/written';
import { rules } from '../../server/rules/gathered';
import { Sms } from '../../server/workspace/sms';
import { type Answered, answer, answeredTemplates } from './answered';
import { leavesOf, replaced } from './leaves';

/** Behind all that examples tell of, and not behind what they agree on. */
const TODAY = '2026-12-31';

const uriOf = ({ kind }: Kind) => `file:///sms/${kind}.yaml`;

export class FaultySms {
  readonly #sms: Sms;
  readonly #right: Answered;
  /** Findings about documents that nobody wrote: things in files of their own have no agreements and no reviews here. */
  readonly #lacks: ReadonlySet<string>;
  /** Of the SMS without any fault. */
  readonly coverage: CoverageOf;
  /** The document that says something else just now. */
  #changed: Kind | undefined;

  constructor(
    readonly knowledge: Knowledge,
    edition: Edition,
  ) {
    const { texts, ids } = answeredTemplates(knowledge);
    this.#right = { ids, texts: new Map([...texts].map(([kind, text]) => [kind, text.replace(/^edition:.*$/m, `edition: ${edition}`)])) };
    this.#lacks = new Set(knowledge.demands.flatMap((d) => [d.lacks?.id ?? [], d.overdue?.id ?? []].flat()));
    this.#sms = new Sms('file:///sms', knowledge, rules, TODAY, ({ rule, error }) => assert.fail(`${rule}: ${error}`));
    this.#sms.setTexts([...knowledge.kinds.values()].map((kind) => ({ uri: uriOf(kind), text: this.textOf(kind) })));
    const files = [...this.#right.texts.values()].flatMap((text) =>
      [...text.matchAll(/reference: (\S+)/g)].map((m) => `file:///sms/${m[1]}`),
    );
    this.#sms.engine.setFiles(new Set(files));
    this.#sms.engine.settle();
    this.coverage = this.#sms.coverage();
  }

  /** The document of that kind without any fault. */
  textOf(kind: Kind): string {
    return this.#right.texts.get(kind.kind) ?? assert.fail(`there is no template of ${kind.kind}`);
  }

  /** With each question answered: as in the document without fault, where that has the field. */
  answered(kind: Kind, text: string): string {
    const known = new Map(leavesOf(this.textOf(kind), kind).map((leaf) => [leaf.path.join('.'), leaf.source]));
    const asBefore = replaced(text, leavesOf(text, kind), (leaf) => (isQuestion(leaf.source) ? known.get(leaf.path.join('.')) : undefined));
    return answer(asBefore, kind, this.#right.ids, this.knowledge);
  }

  /** What `look` sees while the document of that kind says `text`, and all others are right. Nothing settles twice for one text. */
  #with<T>(kind: Kind, text: string, look: (document: EvidenceDocument, located: readonly Located[]) => T): T {
    const uri = uriOf(kind);
    const restored = this.#changed && this.#changed !== kind ? [{ uri: uriOf(this.#changed), text: this.textOf(this.#changed) }] : [];
    this.#changed = kind;
    if (restored.length > 0 || this.#sms.files.get(uri)?.read.text !== text) {
      this.#sms.setTexts([...restored, { uri, text }]);
      this.#sms.engine.settle();
    }
    const file = this.#sms.files.get(uri) ?? assert.fail();
    const found = this.#sms.findings(uri).filter((f) => !this.#lacks.has(f.code));
    const document = file.documents[0]?.evidence ?? assert.fail(`no evidence any more:\n${text}`);
    return look(document, locateAll(found, file, this.#sms.files, this.knowledge, false));
  }

  document = (kind: Kind, text: string): EvidenceDocument => this.#with(kind, text, (document) => document);

  /** Each finding in the part at a path, as a line that begins with its code. */
  found = (kind: Kind, text: string, part: Path = []): string[] =>
    this.#with(kind, text, (_, located) => {
      const inPart = located.filter(({ finding: f }) => !('at' in f) || part.every((key, i) => key === f.at.path[i]));
      return inPart.map(({ finding: f }) => `${f.code} at ${'at' in f ? f.at.path.join('.') : f.range.start}: ${f.message}`);
    });

  /** What the text says after each fix that is offered for what is found in it and not in `beside`. */
  fixes = (kind: Kind, text: string, beside: string): string[] => {
    const before = new Set(this.#with(kind, beside, (_, located) => located.map(({ finding: f }) => `${f.code} ${f.message}`)));
    return this.#with(kind, text, (_, located) => {
      const file = this.#sms.files.get(uriOf(kind)) ?? assert.fail();
      const own = located.filter(({ finding: f }) => !before.has(`${f.code} ${f.message}`));
      const offered = fixes(file, own, this.knowledge, this.#sms.reader());
      return offered.map((fix) => fix.edits.reduceRight((t, e) => t.slice(0, e.start) + e.text + t.slice(e.end), text));
    });
  };

  /** The text with a field written, and answered. */
  withField = (kind: Kind, text: string, path: Path): string =>
    this.#with(kind, text, (document) =>
      this.answered(
        kind,
        insertions([path], document, text, this.knowledge.kinds).reduceRight(
          (t, d) => t.slice(0, d.start) + plainText(d.tokens) + t.slice(d.end),
          text,
        ),
      ),
    );
}
