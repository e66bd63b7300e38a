// Single documents of a given size: a contract of twenty sections, and a list of changes. With the places where the benchmark types.
// Must not know servers or clocks.
import { date, sentence, thing } from './words.mjs';

/** Sections that grow: the key, what opens it, and its entry number `i` (an entry of several sections has its own name in `id`). */
const list = (key, entry) => ({ key, head: `${key}:\n`, entry });
const text = (key) => ({ key, head: `${key}: >-\n`, entry: (i) => `  ${sentence(i)}\n` });
const nested = (key, names) => ({ key, head: `${key}:\n`, names });

const SECTIONS = [
  text('scope'),
  text('dependencies'),
  text('requirements'),
  list('targets', (i) => `  - id: t-${i}\n    metric: other\n    better: more\n    target: ${i + 1} pieces\n    window: month\n`),
  list(
    'priorities',
    (i) => `  - id: P${i}\n    means: no work on ${thing(i)}\n    response: ${(i % 50) + 10} min\n    restore: ${(i % 8) + 1} h\n`,
  ),
  list('interfaces', (i) => `  - process: incident management, part ${i}\n    how: by telephone\n`),
  text('integration'),
  list('workload', (i) => `  - what: ${thing(i)}\n    limit: ${i + 10} pieces\n    per: month\n`),
  list('exceptions', (i) => `  - what: maintenance of ${thing(i)}\n    upTo: 4 h\n    per: month\n`),
  nested('authorities', ['provider', 'supplier']),
  list('reporting', (i) => `  - what: results for ${thing(i)}\n    frequency: 1 month\n    to: supplier manager\n`),
  text('charging'),
  list('charges', (i) => `  - what: ${thing(i)}\n    amount: ${i + 100} EUR\n    per: year\n`),
  {
    ...list('credits', (i) => `    - target: t-${i}\n      to: ${i + 1} pieces\n      credit: 5 %\n`),
    head: 'credits:\n  of: monthly charge\n  bands:\n',
  },
  nested('termination', ['expected', 'early', 'transfer']),
  text('alignment'),
  list('alignmentRisks', (i) => `  - target: t-${i}\n    risk: no work on ${thing(i)}\n    treatment: borne\n`),
  list('agreement', (i) => `  - party: ${i % 2 === 0 ? 'acme' : 'provider'}\n    by: ${thing(i)}\n    on: ${date(i)}\n`),
  list('history', (i) => `  - version: "1.${i}"\n    on: ${date(i)}\n    change: CHG-1\n`),
  text('notes'),
];

function grow({ head, entry, names }, bytes, firstEntry) {
  if (names) return head + names.map((name, n) => indent(grow(text(name), bytes / names.length, firstEntry + n * 300))).join('');
  let body = head;
  let i = firstEntry;
  do body += entry(i++);
  while (body.length < bytes);
  return body;
}

const indent = (block) => block.replace(/^/gm, '  ').replace(/ +$/, '');

/** A contract of about `bytes`, a twentieth of it in each of twenty sections. */
export function sections(bytes) {
  const head = `kind: contract
id: acme-hosting
version: "1.0"
status: agreed
owner: tl
parties: {supplier: acme}
term: {from: 2025-01-01, initial: 1 year, renewal: 1 year, notice: 3 months}
delivers: [mail-hosting]
`;
  const each = (bytes - head.length) / SECTIONS.length;
  const blocks = SECTIONS.map((section, s) => (section.key === 'history' ? grow(section, each, 0) : grow(section, each, s * 1000)));
  const versions = [...(blocks[SECTIONS.findIndex((s) => s.key === 'history')] ?? '').matchAll(/version: ("[\d.]+")/g)];
  return document(
    'contract',
    'acme-hosting',
    head.replace('"1.0"', versions.at(-1)?.[1] ?? '"1.0"') + blocks.join(''),
    /\bwindow: month$|\bper: (?:month|year)$/gm,
  );
}

/** A record of changes of about `bytes`, all in one list. */
export function longList(bytes) {
  let body = 'kind: change-record\nid: changes-2025\nchanges:\n';
  for (let i = 0; body.length < bytes; i++) body += change(i);
  return document('change-record', 'changes-2025', body, /\bmajor: false$/gm);
}

/** Next to nothing: what is left are the wire and whatever a server waits for. */
export const oneField = () => document('change-record', 'small', 'kind: change-record\nid: small\nmajor: false\n', /\bmajor: false$/gm);

const change = (i) => `  - id: C25-${i}
    title: Replacement of ${thing(i)}
    requested: ${date(i)}
    requestedBy: tl
    reason: ${sentence(i)}
    services: [mail]
    major: false
    impact:
      continuity: none, because ${thing(i)} can wait
      availability: none, because it is done at night
      cost: ${i + 100} EUR once
      securityRisks: none, because access stays as it is
      securityControls: none, because no rule is touched
    approval: {by: sk, role: change advisory board, on: ${date(i + 3)}}
    implemented: ${date(i + 10)}
    outcome: ${sentence(i + 1)}
    closed: ${date(i + 12)}
`;

/**
 * `faults`: offsets behind a word out of a closed list, or behind true or false. An `x` typed there is one fault that a JSON Schema tells,
 * without knowing more than types and enums.
 */
const document = (kind, id, body, places) => ({
  kind,
  name: `${id}.${kind}.yaml`,
  text: body,
  faults: [...body.matchAll(places)].map((m) => m.index + m[0].length),
});

export const FAULT = 'x';

/** `count` of the places, spread evenly over the document. */
export const spread = (places, count) =>
  Array.from({ length: count }, (_, i) => places[Math.floor(((i + 0.5) / count) * places.length)] ?? 0);
