// What one edit costs in a folder of many documents, without the wire. Must not know how the figures are shown.
import { openEngine } from './engine.mjs';
import { pack, SHARED } from './pack.mjs';
import { summary } from './statistics.mjs';

const CONTRACT = 'contract-0.contract.yaml';
const CATALOGUE = 'services-0.service-catalogue.yaml';

/** What is edited, and how: to and fro. `finds`: whether it makes a contradiction that must be found. */
export const EDITS = [
  { title: 'a target of a contract', file: CONTRACT, from: 'target: 99.5 %', to: 'target: 98.5 %', finds: 'contract-weaker-than-sla' },
  {
    title: 'a component in the catalogue that one service needs',
    file: CATALOGUE,
    from: 'id: part-0\n    name: Hosting',
    to: 'id: part-0\n    name: Housing',
  },
  {
    title: 'a component in the catalogue that all services need',
    file: CATALOGUE,
    from: `id: ${SHARED}\n    name: Data`,
    to: `id: ${SHARED}\n    name: Main data`,
  },
  { title: 'a word in sms.yaml', file: 'sms.yaml', from: 'service desk, directory', to: 'service desk, directories' },
];

/**
 * Loads a folder of that many documents in this process. Gives `open` (ms until every document is read and judged) and for each of EDITS
 * { median, p95 } in ms, and medians of its parts: `read`, `judge`, `tell`. Throws where an edit isn't found.
 */
export async function edits(documents, { count }) {
  const files = pack(documents);
  const engine = await openEngine(files);
  const results = [];
  for (const edit of EDITS) {
    const before = files.get(edit.file);
    const after = before.replace(edit.from, edit.to);
    if (after === before) throw new Error(`nothing to edit: ${edit.title}`);
    const done = [];
    for (let i = 0; i < count; i++) {
      const result = await engine.edit(edit.file, i % 2 === 0 ? after : before);
      const codes = [...result.told.values()].flat().map((d) => d.code);
      if (edit.finds && codes.includes(edit.finds) !== (i % 2 === 0))
        throw new Error(`${edit.title}: ${edit.finds} was ${i % 2 === 0 ? 'not found' : 'still found'}`);
      if (i >= 2) done.push(result);
    }
    const part = (key) => summary(done.map((d) => d[key]));
    results.push({ title: edit.title, ...part('all'), read: part('read').median, judge: part('judge').median, tell: part('tell').median });
  }
  return { open: engine.opened.all, edits: results };
}
