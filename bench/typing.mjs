// Keystroke to findings: every candidate types the same letters at the same places, one after the other, and its answers are checked.
// Must not know how a candidate works, nor how the figures are shown.
import { engineAlone, onWire, parseAndValidate, positionOf } from './candidates.mjs';
import { longList, oneField, sections, spread } from './documents.mjs';
import { summary } from './statistics.mjs';
import { surroundings } from './surroundings.mjs';
import { workplace } from './workplace.mjs';

export const OURS = 'SMS Evidence';
export const ENGINE = 'its engine alone';
export const RED_HAT = 'yaml-language-server';
export const LIBRARIES = 'yaml + ajv';

/** What is typed in: a title and a document each. */
export const documents = () => [
  ['one field', oneField()],
  ...[2, 20, 200].map((kb) => [`${kb} KB, twenty sections`, sections(kb * 1000)]),
  ...[2, 20, 200].map((kb) => [`${kb} KB, one long list`, longList(kb * 1000)]),
];

/** Measures a document. Gives `debounce` of the peer and, for each candidate by name, { median, p95, count } in ms, `before` findings, and `wrong` answers. */
export async function typing(document, { edits, warmUp, ownNode }) {
  const files = new Map([...surroundings, [document.name, document.text]]);
  const place = workplace(files, { ownNode });
  const [ours, theirs] = await Promise.all([place.startOurs(), place.startRedHat()]);
  try {
    const uri = place.uriOf(document.name);
    const candidates = [
      await onWire(OURS, ours, uri, document),
      await onWire(RED_HAT, theirs, uri, document),
      await engineAlone(ENGINE, files, document),
      parseAndValidate(LIBRARIES, document),
    ];
    await round(candidates, document, warmUp);
    const results = await round(candidates, document, edits);
    return {
      characters: document.text.length,
      debounce: place.peer.debounce,
      results: Object.fromEntries(
        candidates.map((c) => [c.name, { ...summary(results.get(c).figures), before: c.before.length, wrong: results.get(c).wrong }]),
      ),
    };
  } finally {
    await Promise.all([ours.stop(), theirs.stop()]);
    place.remove();
  }
}

/** Half of the edits type a fault, the others take it out. Who goes first changes with each, so that nobody always follows a pause. */
async function round(candidates, document, edits) {
  const results = new Map(candidates.map((c) => [c, { figures: [], wrong: [] }]));
  let turn = 0;
  for (const offset of spread(document.faults, edits / 2)) {
    for (const on of [true, false]) {
      turn += 1;
      for (const [i] of candidates.entries()) {
        const candidate = candidates[(i + turn) % candidates.length];
        const { ms, found } = await candidate.type(offset, on);
        const result = results.get(candidate);
        result.figures.push(ms);
        const why = wrong(candidate.before, found, on, positionOf(document.text, offset).line);
        if (why) result.wrong.push(why);
      }
    }
  }
  return results;
}

/** Why an answer isn't right: the fault must be found, where it is, and nothing else but what was there before. */
function wrong(before, found, on, line) {
  const come = found.filter((f) => !before.includes(f));
  const gone = before.filter((f) => !found.includes(f));
  if (gone.length > 0) return `no longer found: ${gone[0]}`;
  if (!on) return come.length > 0 ? `still found after it was mended: ${come[0]}` : undefined;
  if (come.length === 0) return 'the fault was not found';
  const elsewhere = come.find((f) => /^\d+:/.test(f) && !f.startsWith(`${line}: `));
  return elsewhere && `found elsewhere: ${elsewhere}`;
}
