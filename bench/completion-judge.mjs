// Whether a text says what is wanted at a half-typed place, by a reader of YAML that belongs to neither server. Must not know servers.
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../scripts/project.mjs';

const require = createRequire(import.meta.url);
const { parseAllDocuments } = require('yaml');
const { linesOf } = require(path.join(root, 'out', 'test', 'features', 'completion', 'other-lines.js'));
const CURSOR = '‸';
const isQuestion = (value) => typeof value === 'string' && /^<.*\?>$/.test(value);

/** Every path of a text with what stands there; groups and lists as themselves. */
function pathsOf(text) {
  const found = new Map();
  const walk = (value, at) => {
    found.set(at, value);
    if (value !== null && typeof value === 'object') for (const [key, below] of Object.entries(value)) walk(below, `${at}/${key}`);
  };
  for (const [i, document] of [...parseAllDocuments(text, { uniqueKeys: false })].entries()) walk(document.toJS(), `${i}`);
  return found;
}

const withoutLine = ({ typed }) =>
  typed
    .split('\n')
    .map((line) => (line.includes(CURSOR) ? '' : line))
    .join('\n');

/** What a place's text says once it is complete and did not say without its line: the outermost paths, with the value where one is wanted. */
export function newIn(place) {
  if (place.wanted === undefined) return [];
  const before = pathsOf(withoutLine(place));
  const after = [...pathsOf(place.after.replace(CURSOR, ''))];
  const said = ([at, value]) => before.has(at) && (typeof value === 'object' || before.get(at) === value) && before.get(at) !== null;
  const fresh = after.filter((entry) => !said(entry) && entry[1] !== undefined);
  // Of what is new the innermost is meant where a single value came, else the outermost.
  const leaves = fresh.filter(([, value]) => value === null || typeof value !== 'object');
  const isValue = leaves.length === 1 && leaves[0][1] !== null && !isQuestion(leaves[0][1]);
  if (isValue) return [{ at: leaves[0][0], value: leaves[0][1] }];
  const fields = fresh.filter(([at]) => at.includes('/'));
  const outermost = fields.filter(([at]) => !fields.some(([other]) => at.startsWith(`${other}/`)));
  return outermost.map(([at, value]) => ({ at, filled: value !== null && typeof value === 'object' }));
}

/** Whether one of the items is right, and in words what became of it. `items`: { label, after }, as the editor lists them. */
export function outcome(items, place, wanted) {
  if (place.wanted === undefined)
    return items.length === 0 ? { right: true, words: 'nothing' } : { right: false, words: `offers ${items.length}` };
  const judged = items.map((item) => ({ item, fault: faultOf(item.after, place, wanted) }));
  const right = judged.findIndex(({ fault }) => fault === undefined);
  if (right === 0 || (right > 0 && !place.first)) return { right: true, words: 'right' };
  if (right > 0) return { right: false, words: `not the first, but number ${right + 1}` };
  const name = place.wanted.replace(/^(?:.*: |- )/, '');
  const near = judged.find(({ item: { label } }) => label === name || label === place.wanted);
  if (near) return { right: false, words: near.fault };
  return { right: false, words: items.length === 0 ? 'nothing' : 'not offered' };
}

function faultOf(after, place, wanted) {
  const plain = withoutLine(place);
  const own = place.typed.split('\n').findIndex((line) => line.includes(CURSOR));
  const before = linesOf(plain, new Set([own]));
  const more = after.split('\n').length - plain.split('\n').length;
  const now = linesOf(after.replaceAll('\r', ''), new Set(Array.from({ length: more + 1 }, (_, i) => own + i)));
  if (now.faults > before.faults) return 'breaks the text';
  const paths = pathsOf(after);
  for (const { at, value, filled } of wanted) {
    if (!paths.has(at)) return 'lands elsewhere';
    if (value !== undefined && String(paths.get(at)) !== String(value)) return `writes ${JSON.stringify(paths.get(at))}`;
    if (filled && paths.get(at) === null && /^.*\/\d+$/.test(at)) return 'an empty item';
  }
  for (const [line, says] of before.says) {
    if (line === own) continue;
    if (now.says.get(line > own ? line + more : line)?.join() !== says.join()) return 'changes another line';
  }
  return undefined;
}
