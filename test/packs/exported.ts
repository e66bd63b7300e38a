// The small pack with lists that come from other tools: outages and cost lines as CSV. Must not know what is found in them.
import { createHash } from 'node:crypto';
import { type Folder, readFolder } from './mending';

export const TODAY = '2026-11-24';
export const OUTAGES = 'exports/outages-2026-q3.csv';
export const COSTS = 'exports/costs-2026-q3.csv';
export const RECORD = 'availability-2026-q3.availability-record.yaml';
export const REPORT = 'cost-2026-q3.cost-report.yaml';

export const hashOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

export const OUTAGE_ROWS = [
  'Nummer;Beginn;Ende;Geplant;Ursache;Untersuchung;Maßnahmen',
  'O-1;11.08.2026 06:20;11.08.2026 08:10;nein;The certificate ran out.;"It was renewed by hand; nobody had written down the day.";"none, because it renews itself now"',
  'O-2;23.08.2026 02:00;23.08.2026 03:00;ja;New version;;',
];
const OUTAGE_MAPPING = `
  separator: ";"
  dates: DD.MM.YYYY HH:mm
  columns:
    - {field: id, column: Nummer}
    - {field: service, value: booking}
    - {field: start, column: Beginn}
    - {field: end, column: Ende}
    - {field: planned, column: Geplant, words: [{theirs: ja, ours: "true"}, {theirs: nein, ours: "false"}]}
    - {field: cause, column: Ursache}
    - {field: investigation, column: Untersuchung}
    - {field: actions, column: Maßnahmen}`;

export const COST_ROWS = [
  'line,element,Plan,Ist,reason',
  'hosting,external-services,"1.800,00","1.800,00",',
  'work,people,"21.000,00","22.400,00",the certificate in August',
];
const COST_MAPPING = `
  decimal: ","
  columns:
    - {field: budgeted, column: Plan, unit: EUR}
    - {field: actual, column: Ist, unit: EUR}`;

export interface Exported {
  readonly outages?: readonly string[];
  readonly costs?: readonly string[];
  /** What is changed in the documents that point to them. */
  readonly record?: (text: string) => string;
  readonly report?: (text: string) => string;
}

/** As it is right, but for what is given. The hashes are those of what is given. */
export function exported({
  outages = OUTAGE_ROWS,
  costs = COST_ROWS,
  record = (text) => text,
  report = (text) => text,
}: Exported = {}): Folder {
  const folder = new Map(readFolder('small'));
  const [outageText, costText] = [outages, costs].map((rows) => rows.map((row) => `${row}\n`).join('')) as [string, string];
  const put = (file: string, field: string, to: string, change: (text: string) => string) =>
    folder.set(
      file,
      change((folder.get(file) ?? '').replace(new RegExp(`^${field}:.*\\n(?: .*\\n)+`, 'm'), `${field}:\n  export: ${to}\n`)),
    );
  put(RECORD, 'outages', `${OUTAGES}${OUTAGE_MAPPING}\n  sha256: ${hashOf(outageText)}`, record);
  put(REPORT, 'lines', `${COSTS}${COST_MAPPING}\n  sha256: ${hashOf(costText)}`, report);
  return folder.set(OUTAGES, outageText).set(COSTS, costText);
}
