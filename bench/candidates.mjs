// Those who are measured, made alike: each types a letter into a document or takes it out again, and says what it then finds.
// Must not know how long that takes to be acceptable, nor how it is shown.
import { createRequire } from 'node:module';
import { FAULT } from './documents.mjs';
import { openEngine } from './engine.mjs';
import { validators } from './schemas.mjs';

const { parseDocument } = createRequire(import.meta.url)('yaml');

/**
 * A candidate: `name`, `type(offset, on)` types the fault at that offset (`on`) or takes it out, and gives `ms` and `found`: one text for each
 * finding, with the line where the candidate knows it. `before`: what was found in the document as it was.
 */
export async function onWire(name, server, uri, document) {
  let version = 1;
  const toFound = (diagnostics) =>
    diagnostics.map((d) => `${d.range.start.line}: ${typeof d.message === 'string' ? d.message : d.message.value}`);
  const type = async (offset, on) => {
    const start = positionOf(document.text, offset);
    const end = on ? start : { ...start, character: start.character + FAULT.length };
    const { ms, diagnostics } = await server.edit(uri, ++version, { start, end }, on ? FAULT : '');
    return { ms, found: toFound(diagnostics) };
  };
  // A server may say nothing about a document without any finding: so it is opened with one.
  const [offset = 0] = document.faults;
  await server.open(uri, textWith(document.text, offset, true));
  return { name, before: (await type(offset, false)).found, type };
}

/** The product's engine in this process: all that its server does, but for the wire. */
export async function engineAlone(name, files, document) {
  const engine = await openEngine(files);
  const toFound = (diagnostics) => diagnostics.map((d) => `${d.range.start.line}: ${d.message}`);
  const begin = await engine.edit(document.name, document.text);
  return {
    name,
    before: toFound(begin.diagnostics ?? []),
    async type(offset, on) {
      const { all, diagnostics } = await engine.edit(document.name, textWith(document.text, offset, on));
      return { ms: all, found: toFound(diagnostics ?? []) };
    },
  };
}

/** The libraries by themselves: the whole document is parsed and validated, and nothing is located. */
export function parseAndValidate(name, document) {
  const validate = validators()[document.kind];
  const check = (text) => {
    const parsed = parseDocument(text);
    validate(parsed.toJS());
    return [...parsed.errors.map((e) => e.message), ...(validate.errors ?? []).map((e) => `${e.instancePath} ${e.keyword}`)];
  };
  return {
    name,
    before: check(document.text),
    async type(offset, on) {
      const text = textWith(document.text, offset, on);
      const begin = performance.now();
      const found = check(text);
      return { ms: performance.now() - begin, found };
    },
  };
}

const textWith = (text, offset, on) => (on ? text.slice(0, offset) + FAULT + text.slice(offset) : text);

export function positionOf(text, offset) {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return { line: text.slice(0, lineStart).split('\n').length - 1, character: offset - lineStart };
}
