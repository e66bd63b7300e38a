// From nothing to the first findings, and the memory that a folder of evidence takes. Must not know how the figures are shown.
import { setTimeout as pause } from 'node:timers/promises';
import { FAULT } from './documents.mjs';
import { pack } from './pack.mjs';
import { summary } from './statistics.mjs';
import { OURS, RED_HAT } from './typing.mjs';
import { workplace } from './workplace.mjs';

const OPENED = 'contract-0.contract.yaml';

/**
 * A folder with that many documents, one of which is opened in the editor and has a fault. Gives, by candidate, `first` (ms from start to the
 * right findings in that document), `all` (ms from start until every document was checked) and `memory` ({ now, peak } in MB).
 */
export async function loading(documents, { runs, ownNode }) {
  const files = pack(documents);
  const text = files.get(OPENED).replace('window: month', `window: month${FAULT}`);
  files.set(OPENED, text);
  const place = workplace(files, { ownNode });
  try {
    const first = { [OURS]: [], [RED_HAT]: [] };
    for (let run = 0; run < runs; run++) {
      first[OURS].push(await firstFindings(place.startOurs, place, text));
      first[RED_HAT].push(await firstFindings(place.startRedHat, place, text));
    }
    return {
      [OURS]: { first: summary(first[OURS]), ...(await whole(place.startOurs, place, files, settleOurs)) },
      [RED_HAT]: { first: summary(first[RED_HAT]), ...(await whole(place.startRedHat, place, files, openAll)) },
    };
  } finally {
    place.remove();
  }
}

/** Exactly the one fault: what a server says before it knows the rest of the folder may be wrong, and doesn't count. */
const oneFault = (diagnostics) => diagnostics.length === 1;

async function firstFindings(start, place, text) {
  const server = await start();
  try {
    return await server.open(place.uriOf(OPENED), text, oneFault);
  } finally {
    await server.stop();
  }
}

async function whole(start, place, files, check) {
  const server = await start();
  try {
    await check(server, place, files);
    const all = performance.now() - server.started;
    const found = [...server.published].filter(([, diagnostics]) => diagnostics.length > 0);
    if (found.length !== 1 || !found.every(([uri, d]) => uri === place.uriOf(OPENED) && oneFault(d)))
      throw new Error('not just the one fault was found');
    await pause(1_000);
    return { all, memory: server.memory() };
  } finally {
    await server.stop();
  }
}

/** Ours reads the folder by itself; it answers a question about coverage once all is judged, and tells the findings right after. */
async function settleOurs(server, place) {
  await server.request('sms-evidence/coverage', {});
  await until(() => server.published.has(place.uriOf(OPENED)));
}

/** Red Hat's knows only what is opened: every file is, at once. */
async function openAll(server, place, files) {
  for (const [name, text] of files) await server.sendOpen(place.uriOf(name), text);
  await until(() => server.published.size === files.size);
}

async function until(done) {
  for (let waited = 0; waited < 12_000; waited++) {
    if (done()) return;
    await pause(10);
  }
  throw new Error('not all was checked after two minutes');
}
