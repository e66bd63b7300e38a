#!/usr/bin/env node
// What completion makes of each half-typed place of test/features/completion/places.txt: what is wanted, what Red Hat's server makes of
// it with our published schemas bound, and what ours does. Writes docs/completion.md; exits with 1 where ours is the lesser.
// Must not know how either server works.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../scripts/project.mjs';
import { positionOf } from './candidates.mjs';
import { startServer } from './client.mjs';
import { applied, isShown, textOf } from './completion-items.mjs';
import { newIn, outcome } from './completion-judge.mjs';
import { redHat } from './peers.mjs';
import { writePublished } from './schemas.mjs';

const require = createRequire(import.meta.url);
const { places, beside, CURSOR } = require(path.join(root, 'out', 'test', 'features', 'completion', 'places.js'));
const { TODAY } = require(path.join(root, 'out', 'test', 'features', 'sms.js'));

const base = realpathSync(mkdtempSync(path.join(tmpdir(), 'sms-evidence-completion-')));
const folder = path.join(base, 'sms');
mkdirSync(folder);
for (const [name, text] of Object.entries(beside())) writeFileSync(path.join(folder, name), text);
const schemas = writePublished(path.join(base, 'schemas'));
const settings = {
  yaml: { validate: true, completion: true, hover: true, schemas, schemaStore: { enable: false }, kubernetesCRDStore: { enable: false } },
};
// The places are written for one day; the servers know only today.
const { daysToOffer } = require(path.join(root, 'out', 'server', 'features', 'day-words.js'));
const now = new Date();
const today = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
const quarter = (day) => daysToOffer(day).find(({ words }) => words.includes('quarter'))?.day ?? day;
const asToday = (text) => text?.replaceAll(TODAY, today).replaceAll(quarter(TODAY), quarter(today));
const peer = redHat();
const ours = await startServer({ command: process.execPath, args: [path.join(root, 'dist', 'server.js'), '--stdio'], folder });
const theirs = await startServer({ ...peer, folder, settings });

/** Every item of a server at a place, as an editor would show it, with the text after it was taken. */
async function offered(server, { typed, file, crlf }, i) {
  const marked = crlf ? typed.replaceAll('\n', '\r\n') : typed;
  const offset = marked.indexOf(CURSOR);
  const text = marked.replace(CURSOR, '');
  const uri = pathToFileURL(path.join(folder, file.replace(/^x\./, `place-${i}.`))).href;
  await server.sendOpen(uri, text);
  const answer = await server.request('textDocument/completion', { textDocument: { uri }, position: positionOf(text, offset) });
  const items = (Array.isArray(answer) ? answer : (answer?.items ?? [])).filter((item) => isShown(item, text, offset));
  await server.close(uri);
  const sorted = items.sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
  return sorted.map((item) => ({ label: item.label, after: applied(item, text, offset), written: textOf(item) }));
}

const rows = [];
try {
  // Until it says something about a first document it has not read its settings.
  await theirs.open(pathToFileURL(path.join(folder, 'first.sla.yaml')).href, 'kind: [\n', () => true);
  for (const [i, written] of places().entries()) {
    const place = { ...written, wanted: asToday(written.wanted), after: asToday(written.after) };
    const wanted = newIn(place);
    rows.push({
      place: written,
      ours: outcome(await offered(ours, place, i), place, wanted),
      theirs: outcome(await offered(theirs, place, i), place, wanted),
    });
  }
} finally {
  await Promise.all([ours.stop(), theirs.stop()]);
  rmSync(base, { recursive: true, force: true });
}

const count = (who) => rows.filter((row) => row[who].right).length;
const code = (text) => `\`\` ${text.replaceAll('|', '\\|')} \`\``;
const lineOf = ({ typed }) => typed.split('\n').find((line) => line.includes(CURSOR));
const table = rows.map(
  ({ place, ours: o, theirs: t }) =>
    `| ${place.title} | ${code(lineOf(place))} | ${place.wanted ?? 'nothing'}${place.first ? ', first' : ''} | ${t.words} | ${o.words} |`,
);
const page = `# Completion on half-typed lines
Written by \`npm run completion\`: each place of \`test/features/completion/places.txt\` (the whole texts stand there), given to \`${peer.name}\` with
the schemas of \`sms-evidence schemas\` bound, and to SMS Evidence. ‸ is the cursor. An answer is *right* when an item that the editor
shows for what is typed gives, once taken, a text that can be read, says what is wanted, and has every other line as it was. What the
other server can't know from a schema (ids of other documents, today) is wanted all the same, since the author wants it.

Right: **${count('ours')}** of ${rows.length} SMS Evidence, **${count('theirs')}** ${peer.name}.

| place | the line | wanted | ${peer.name} | SMS Evidence |
| --- | --- | --- | --- | --- |
${table.join('\n')}
`;
writeFileSync(path.join(root, 'docs', 'completion.md'), page);
const less = rows.filter((row) => !row.ours.right);
for (const { place, ours: o } of less) console.log(`not right: ${place.title}: ${o.words}`);
console.log(`right: ours ${count('ours')}, theirs ${count('theirs')}, of ${rows.length}`);
process.exit(less.length > 0 ? 1 : 0);
