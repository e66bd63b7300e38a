// Words of the trade for made-up documents: no two pieces are alike, so that nothing is quick only because it was read before.
// Must not know fields or files.

const PARTS = ['mailboxes', 'pay slips', 'shared folders', 'till terminals', 'order forms', 'telephone lines', 'log-ins', 'print queues'];
const SITES = ['Hamburg', 'Kiel', 'Bremen', 'Rostock', 'Odense', 'Malmö'];
const DOES = [
  'backs up the {part} in {site} each night',
  'answers for the {part} in {site}',
  'tells the desk of work on the {part} in {site}',
  'keeps a spare for the {part} in {site}',
  'counts the {part} in {site} each month',
  'lets only named staff touch the {part} in {site}',
  'moves the {part} out of {site} only when told',
];
const WHO = ['The supplier', 'The provider', 'The duty engineer', 'The second line'];

const pick = (list, i) => list[i % list.length];

/** What number `i` of something is about: "till terminals in Kiel 9". */
export const thing = (i) => `${pick(PARTS, i)} in ${pick(SITES, Math.floor(i / PARTS.length))} ${i}`;

/** Sentence number `i`, unlike any other. */
export function sentence(i) {
  const does = pick(DOES, i).replace('{part}', pick(PARTS, i)).replace('{site}', pick(SITES, i));
  return `${pick(WHO, i)} ${does}, see ${i}.`;
}

/** A date of the year 2025 as YYYY-MM-DD. */
export const date = (i) => new Date(Date.UTC(2025, 0, 1 + (i % 365))).toISOString().slice(0, 10);
