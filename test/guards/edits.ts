// What can happen to a folder of evidence while somebody works in it, as plain data, and a workspace that lives through it.
// Must not know what is found in the files.
import fc from 'fast-check';
import type { CoverageOf } from '../../server/assess/coverage';
import { locateAll } from '../../server/assess/located';
import type { NamedRule } from '../../server/rules/rule';
import type { Workspace } from '../../server/workspace/workspace';
import { judged } from './pack';

/** Numbers choose among whatever there is then: the how-manieth file, line or place, counted round. */
export type Event =
  | {
      readonly is: 'replace';
      readonly file: number;
      readonly at: number;
      readonly length: number;
      readonly text: string;
      readonly saved: boolean;
    }
  | { readonly is: 'drop line' | 'double line' | 'comment'; readonly file: number; readonly at: number; readonly saved: boolean }
  | { readonly is: 'toggle' | 'count on'; readonly file: number; readonly at: number; readonly saved: boolean }
  | { readonly is: 'add' | 'rename'; readonly file: number; readonly to: string }
  | { readonly is: 'delete' | 'close' | 'manifest'; readonly file: number }
  | { readonly is: 'today'; readonly day: string }
  | { readonly is: 'judge'; readonly steps: number }
  | { readonly is: 'publish' | 'leave and return' };

const PIECES = [
  ...['\n', ' ', '  ', '-', ':', '"', '{', ']', '#', '\t', '---\n', '&a ', '*a', ', ', "'", '|\n', 'ä🌊'],
  ...[
    'kind: sla\n',
    'kind: contract\n',
    'id: mail-hr\n',
    'status: draft\n',
    'version: 2.0\n',
    'services: [mail]\n',
    'valid: {to: 2026-01-31}\n',
  ],
  ...['"', ';', '  export: exports/outages.csv\n', 'zone: UTC\n', 'INC-9;mail;03.04.2026 10:00;;nein;Power\n'],
  ...['  - {id: availability, metric: availability, target: 99.9 %, window: month}\n', '  - {component: mail-hosting, loss: stops}\n'],
  ...[
    'none, because nothing else is known',
    '<Which one?>',
    'delivers: [mail-hosting]\n',
    '- {version: 9.0, on: 2026-05-05, change: CHG-71}\n',
  ],
];

/** Words that an author exchanges for one another, slips among them. */
const WORDS: readonly (readonly string[])[] = [
  ['agreed', 'draft', 'withdrawn'],
  ['live', 'retired', 'planned'],
  ['customers', 'services'],
  ['stops', 'degrades'],
  ['month', 'year'],
  ['external', 'internal'],
  ['mail', 'directory', 'payroll', 'mial'],
  ['hr', 'sales', 'hrr'],
  ['acme', 'nordrack', 'lohnkontor', 'acmee'],
  ['mail-hosting', 'payroll-software', 'mail-hostin'],
  ['mail-hr', 'payroll-hr', 'mail-hrs'],
  ['CHG-71', 'CHG-80', 'CHG-8'],
  ['99.0 %', '99.5 %', '99.7 %'],
  ['2024', '2026', '2027'],
  ['"2011"', '"2018"'],
  ['outages.csv', 'outages.json', 'outage.csv'],
  ['Beginn', 'Begin', 'Ende'],
  ['nein', 'ja', 'vielleicht'],
  ['03.04.2026', '04/03/2026'],
  ['UTC', 'Europe/Berlin', 'Asia/Tokyo'],
];
const WORD = new RegExp(`(?<![\\w-])(?:${WORDS.flat().join('|')})(?![\\w-])`, 'g');

const NAMES = [
  'exports/outages.csv',
  'new.sla.yaml',
  'old.contract.yaml',
  'archive/more.yaml',
  'archive/sms.yaml',
  'notes.txt',
  'contracts/acme-hosting.md',
];

const file = fc.nat(300);
const at = fc.nat(100_000);
const saved = fc.boolean();

export const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ is: fc.constant('replace' as const), file, at, length: fc.nat(12), text: fc.constantFrom(...PIECES), saved }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ is: fc.constantFrom('drop line' as const, 'double line' as const), file, at, saved }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('comment' as const), file, at, saved }) },
  { weight: 5, arbitrary: fc.record({ is: fc.constant('toggle' as const), file, at, saved }) },
  { weight: 3, arbitrary: fc.record({ is: fc.constant('count on' as const), file, at, saved }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constantFrom('add' as const, 'rename' as const), file, to: fc.constantFrom(...NAMES) }) },
  { weight: 3, arbitrary: fc.record({ is: fc.constantFrom('delete' as const, 'close' as const, 'manifest' as const), file }) },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constant('today' as const),
      day: fc.constantFrom('2025-12-31', '2026-06-15', '2026-11-24', '2027-04-01'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('judge' as const), steps: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constantFrom('publish' as const, 'leave and return' as const) }) },
);

/** A folder on a disk and in an editor, with what was last shown of each file. */
export class Desk {
  readonly #open = new Map<string, string>();
  readonly #shown = new Map<string, readonly string[]>();
  readonly #manifest: string | undefined;

  private constructor(
    readonly folder: string,
    readonly disk: Map<string, string>,
    readonly workspace: Workspace,
    readonly clock: { day: string },
    readonly broken: NamedRule | undefined,
  ) {
    this.#manifest = disk.get(`${folder}/sms.yaml`);
    this.#publish();
  }

  /** `broken`: a check more, that breaks off now and then. */
  static async of(folder: string, texts: ReadonlyMap<string, string>, broken?: NamedRule): Promise<Desk> {
    const disk = new Map(texts);
    const clock = { day: '2026-06-15' };
    return new Desk(folder, disk, await judged(disk, [folder], () => clock.day, broken), clock, broken);
  }

  async take(happened: Event): Promise<void> {
    switch (happened.is) {
      case 'replace':
        return this.#edit(happened, (text) => {
          const start = happened.at % (text.length + 1);
          return text.slice(0, start) + happened.text + text.slice(start + happened.length);
        });
      case 'drop line':
      case 'double line':
      case 'comment':
        return this.#edit(happened, (text) => withLine(text, happened.at, happened.is));
      case 'toggle':
        return this.#edit(happened, (text) => toggled(text, happened.at));
      case 'count on':
        return this.#edit(happened, (text) => countedOn(text, happened.at));
      case 'add':
        return this.#write(`${this.folder}/${happened.to}`, this.#text(this.#uri(happened.file)));
      case 'rename': {
        const uri = this.#uri(happened.file);
        const text = this.disk.get(uri);
        this.disk.delete(uri);
        if (text !== undefined) this.disk.set(`${this.folder}/${happened.to}`, text);
        return this.workspace.changedOnDisk([uri, `${this.folder}/${happened.to}`]);
      }
      case 'delete':
        return this.#write(this.#uri(happened.file), undefined);
      case 'close':
        return this.#show(this.#uri(happened.file), undefined);
      case 'manifest':
        return this.#write(`${this.folder}/sms.yaml`, this.disk.has(`${this.folder}/sms.yaml`) ? undefined : this.#manifest);
      case 'today':
        this.clock.day = happened.day;
        return this.workspace.tick();
      case 'judge': {
        let left = happened.steps;
        this.workspace.settle(() => left-- <= 0);
        return;
      }
      case 'publish':
        return this.#publish();
      case 'leave and return':
        await this.workspace.open([]);
        return this.workspace.open([this.folder]);
    }
  }

  #uri(which: number): string {
    const uris = [...new Set([...this.disk.keys(), ...this.#open.keys()])].sort();
    return uris[which % uris.length] ?? `${this.folder}/new.sla.yaml`;
  }

  #text(uri: string): string {
    return this.#open.get(uri) ?? this.disk.get(uri) ?? '';
  }

  async #edit(
    { file: which, saved: onDisk }: { readonly file: number; readonly saved: boolean },
    change: (text: string) => string,
  ): Promise<void> {
    const uri = this.#uri(which);
    const text = change(this.#text(uri));
    if (onDisk) await this.#write(uri, text);
    else await this.#show(uri, text);
  }

  async #write(uri: string, text: string | undefined): Promise<void> {
    if (text === undefined) this.disk.delete(uri);
    else this.disk.set(uri, text);
    await this.workspace.changedOnDisk([uri]);
  }

  async #show(uri: string, text: string | undefined): Promise<void> {
    if (text === undefined) this.#open.delete(uri);
    else this.#open.set(uri, text);
    this.workspace.setOpen(uri, text);
    if (this.workspace.lacksExports) await this.workspace.readExports();
  }

  /** As the server does: what may have changed is shown anew, and nothing else. */
  #publish(): void {
    this.workspace.settleAll();
    for (const uri of this.workspace.takeChanged()) {
      const found = shownOf(uri, this.workspace);
      if (found.length === 0) this.#shown.delete(uri);
      else this.#shown.set(uri, found);
    }
  }

  /** What is shown after all that happened, and what somebody would be shown who opened the folder only now. */
  async pictures(): Promise<{ readonly living: Picture; readonly fresh: Picture }> {
    this.#publish();
    const now = await judged(this.disk, [], () => this.clock.day, this.broken);
    for (const [uri, text] of this.#open) now.setOpen(uri, text);
    await now.open([this.folder]);
    now.settleAll();
    const uris = [...now.takeChanged()].sort();
    const fresh = new Map(uris.map((uri) => [uri, shownOf(uri, now)] as const).filter(([, found]) => found.length > 0));
    return {
      living: {
        files: Object.fromEntries([...this.#shown].sort()),
        coverage: this.workspace.smss.map((sms) => coverageWords(sms.folder, sms.coverage())),
      },
      fresh: { files: Object.fromEntries(fresh), coverage: now.smss.map((sms) => coverageWords(sms.folder, sms.coverage())) },
    };
  }
}

export interface Picture {
  readonly files: Readonly<Record<string, readonly string[]>>;
  readonly coverage: readonly (readonly string[])[];
}

function withLine(text: string, at: number, is: 'drop line' | 'double line' | 'comment'): string {
  const lines = text.split('\n');
  const i = at % lines.length;
  if (is === 'drop line') lines.splice(i, 1);
  else lines.splice(i, 0, is === 'comment' ? '# as we said' : (lines[i] ?? ''));
  return lines.join('\n');
}

function toggled(text: string, at: number): string {
  const places = [...text.matchAll(WORD)];
  const place = places[at % Math.max(1, places.length)];
  const words = WORDS.find((group) => group.includes(place?.[0] ?? ''));
  if (!place || !words) return text;
  const by = words[(words.indexOf(place[0]) + 1) % words.length] ?? '';
  return text.slice(0, place.index) + by + text.slice(place.index + place[0].length);
}

/** One digit more: another date, another figure, another id. */
function countedOn(text: string, at: number): string {
  const digits = [...text.matchAll(/\d/g)];
  const digit = digits[at % Math.max(1, digits.length)];
  if (!digit) return text;
  return text.slice(0, digit.index) + String((Number(digit[0]) + 1) % 10) + text.slice(digit.index + 1);
}

/** Everything found in a file, as it is shown and each by itself, with all places. */
function shownOf(uri: string, workspace: Workspace): readonly string[] {
  const sms = workspace.smsOf(uri);
  const file = sms?.files.get(uri);
  if (!sms || !file) return [];
  const found = sms.findings(uri);
  const both = [true, false].flatMap((group) => locateAll(found, file, sms.files, sms.knowledge, group));
  return both.map(({ finding: { code, severity, message, demands, missing, suggest, waived, old }, at: { start, end }, because, whole }) =>
    JSON.stringify([
      `${start}-${end}`,
      code,
      severity,
      message,
      because,
      demands,
      missing,
      suggest,
      waived,
      old,
      whole?.map((f) => f.message),
    ]),
  );
}

/** One line for each demand. */
function coverageWords(folder: string, { demands, ...rest }: CoverageOf): readonly string[] {
  return [JSON.stringify({ folder, ...rest }), ...demands.map((d) => JSON.stringify({ ...d, demand: d.demand.id }))];
}
