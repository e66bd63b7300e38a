// That rows of an export say just what the same items say when they are written in the document: things, findings and coverage.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Sms } from '../../server/workspace/sms';
import { exported, TODAY } from '../packs/exported';
import { type Folder, foundIn, smsOf } from '../packs/mending';

const runs = process.env.CI ? 60 : 25;

interface Outage {
  readonly id: string;
  readonly service: string;
  readonly start: string;
  readonly end?: string;
  readonly planned?: boolean;
  readonly cause?: string;
  readonly investigation?: string;
  readonly change?: string;
  readonly actions?: string;
}
const FIELDS = ['id', 'service', 'start', 'end', 'planned', 'cause', 'investigation', 'change', 'actions'] as const;

const two = (number: number) => String(number).padStart(2, '0');
const words = fc.stringMatching(/^[a-zA-Z][a-z ;,"'äß-]{0,12}[a-z]$/);
const day = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })).map(([m, d]) => `2026-${two(m)}-${two(d)}`);
const outage: fc.Arbitrary<Outage> = fc.record(
  {
    id: fc.constantFrom('O-1', 'O-2', 'O-3', 'O-4', 'O 5'),
    service: fc.constantFrom('booking', 'bookings'),
    start: fc.tuple(day, fc.integer({ min: 0, max: 23 })).map(([d, h]) => `${d} ${two(h)}:05`),
    end: day,
    planned: fc.boolean(),
    cause: words,
    investigation: words,
    change: fc.constantFrom('CHG-1', 'CHG-2'),
    actions: fc.constantFrom('none', 'none, because it was nothing'),
  },
  { requiredKeys: ['id', 'service', 'start'] },
);

/** Written in the document. */
function asItems(outages: readonly Outage[]): Folder {
  const lines = outages.map((o) => `  - ${JSON.stringify(o)}\n`).join('');
  return exported({ record: (text) => text.replace(/^outages:\n(?: .*\n)+/m, () => `outages:\n${lines}`) });
}

/** As another tool would write them, by German habits. */
function asRows(outages: readonly Outage[]): Folder {
  const heading = (field: string) => `${field.toUpperCase()} des Ausfalls`;
  const cell = (o: Outage, field: (typeof FIELDS)[number]): string => {
    const value = o[field];
    if (value === undefined) return '';
    if (typeof value === 'boolean') return value ? 'ja' : 'nein';
    const text = field === 'start' || field === 'end' ? value.replace(/^(\d+)-(\d+)-(\d+)/, '$3.$2.$1') : value;
    return /[;"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const translated = ', words: [{theirs: ja, ours: "true"}, {theirs: nein, ours: "false"}]';
  const mapping = FIELDS.map(
    (field) => `    - {field: ${field}, column: ${heading(field)}${field === 'planned' ? translated : ''}}\n`,
  ).join('');
  return exported({
    outages: [FIELDS.map(heading).join(';'), ...outages.map((o) => FIELDS.map((field) => cell(o, field)).join(';'))],
    record: (text) => text.replace(/^ {2}columns:\n(?: {4}.*\n)+/m, `  columns:\n${mapping}`),
  });
}

/** What is told of them, wherever they stand. */
function told(sms: Sms) {
  const found = foundIn(sms).flatMap(({ found: all }) =>
    all.map(({ finding: { code, severity, message, demands } }) => JSON.stringify({ code, severity, message, demands })),
  );
  const coverage = sms.coverage().demands.map(({ demand, state, of, reason, instances }) => ({
    ...{ demand: demand.id, state, of, reason },
    instances: instances.map(({ label, state: own, reason: why, proofs }) => ({ label, own, why, paths: proofs.map((p) => p.path) })),
  }));
  const references = (id: string) => [...(sms.engine.pack.references.get('service')?.get(id) ?? [])];
  return {
    things: sms
      .reader()
      .all('outage')
      .map((thing) => ({ id: thing.id, says: sms.reader().at(thing).value, own: thing.day, path: thing.path })),
    references: ['booking', 'bookings']
      .flatMap(references)
      .map((r) => JSON.stringify([r.kind, r.path, r.owner?.id]))
      .sort(),
    found: found.sort(),
    coverage,
  };
}

describe('rows of an export', () => {
  it('say what the same items say in the document', async function () {
    this.timeout(300_000);
    let faults = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(outage, { minLength: 1, maxLength: 6 }), async (outages) => {
        const rows = told(await smsOf(asRows(outages), TODAY));
        assert.deepEqual(rows, told(await smsOf(asItems(outages), TODAY)));
        faults += rows.found.length;
      }),
      { seed: 20_000, numRuns: runs },
    );
    assert.ok(faults > runs, 'too little was found to compare');
  });
});
