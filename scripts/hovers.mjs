#!/usr/bin/env node
// `npm run hovers -- --process 6.1 --count 30 --seed 1`: hovers over a complete sample as the editor shows them, drawn at random, to be
// read by somebody who has not written them. The same seed draws the same. Works on what was built; must not word anything itself.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './project.mjs';

const options = {
  process: { type: 'string', default: '6.1' },
  count: { type: 'string', default: '30' },
  seed: { type: 'string', default: '1' },
  edition: { type: 'string', default: '2018' },
};
const { process: clause, count, seed, edition } = parseArgs({ options }).values;

const require = createRequire(import.meta.url);
const server = (name) => require(path.join(root, 'out', 'server', name));
const { hover } = server('features/hover');
const { loadKnowledge } = server('knowledge/knowledge');
const { locate } = server('model/position');
const { rules } = server('rules/gathered');
const { Sms } = server('workspace/sms');

const knowledge = loadKnowledge();
const folder = path.join(root, 'test', 'packs', `complete-${edition}`);
const sms = new Sms('file:///sms', knowledge, rules, '2026-11-24', ({ error }) => console.error(error));
const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.yaml'));
sms.setTexts(names.map((name) => ({ uri: `file:///sms/${name}`, text: readFileSync(path.join(folder, name), 'utf8') })));
sms.engine.settle();

/** Every path of a value, its own first. */
function* paths(value, at = []) {
  yield at;
  if (value === null || typeof value !== 'object') return;
  for (const [key, below] of Object.entries(value)) yield* paths(below, [...at, Array.isArray(value) ? Number(key) : key]);
}

/** Hovers by their text, each at the first place that shows it. */
const shown = new Map();
for (const file of sms.files.values()) {
  for (const { yaml, evidence } of file.documents) {
    if (!evidence?.kind.folder.startsWith(clause) && !(clause === 'common' && evidence?.kind.folder === 'common')) continue;
    for (const at of paths(evidence.data)) {
      const place = locate(yaml, at);
      const value = at.reduce((v, key) => v?.[key], evidence.data);
      for (const range of [place?.key, ...(typeof value === 'object' ? [] : [place?.value])]) {
        const found = range && hover({ file, offset: range.start, knowledge, reader: sms.reader() });
        if (found && !shown.has(found.contents)) shown.set(found.contents, `${evidence.kind.kind}: ${at.join('.')}`);
      }
    }
  }
}

/** Mulberry32: small, and the same on every machine. */
function random(start) {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const next = random(Number(seed));
const drawn = [...shown].map((entry) => [next(), entry]).sort(([a], [b]) => a - b);
for (const [, [text, at]] of drawn.slice(0, Number(count))) console.log(`──── ${at}\n${text}\n`);
