// One stretch of text to plain nodes and faults, by the YAML library.
// Must not know how a text is cut, nor schemas.
import { Composer, type CST, type Document, Lexer, Parser } from 'yaml';
import { firstFault } from './faults';
import { isLimit, LIMITS, tooDeep } from './limits';
import type { Block, Fault } from './node';
import { toTree } from './tree';

/** Double keys are ours to find; no types are wanted beyond text, numbers, true, false and null. */
const OPTIONS = { uniqueKeys: false, schema: 'core', resolveKnownTags: false, prettyErrors: false } as const;

/** Parses a text that should hold one document at most. The root's own keys may stand twice or be too many. Never throws. */
export function parseBlock(text: string): Block {
  const [block, second] = parseDocuments(text);
  if (!block) return { root: undefined, faults: [] };
  if (!second || block.faults.length > 0) return block;
  return {
    root: block.root,
    faults: [{ id: 'yaml-syntax', start: 0, end: 1, values: { says: 'A line "---" is missing between two documents.' } }],
  };
}

/** Parses a text document by document, the ranges of all from the start of the text; at least one. Never throws. */
export function parseDocuments(text: string): Block[] {
  const documents = compose(text);
  return Array.isArray(documents) ? documents.map((d) => toBlock(d, text)) : [{ root: undefined, faults: [documents] }];
}

/** The nesting is counted as it grows: all that follows calls itself for each level, and too many would end the process. */
function compose(text: string): Document.Parsed[] | Fault {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (isTooDeep(parser.stack)) return tooDeep({ start: parser.offset - 1, end: parser.offset });
  }
  for (const token of parser.end()) tokens.push(token);
  return [...new Composer(OPTIONS).compose(tokens, true, text.length)];
}

/** Beside lists and maps, a document and a word may be open. */
const isTooDeep = (open: readonly CST.Token[]) =>
  open.length > LIMITS.depth && open.filter((token) => 'items' in token).length > LIMITS.depth;

function toBlock({ errors, warnings, contents }: Document.Parsed, text: string): Block {
  const greedyKeys = new Set(errors.filter((e) => e.code === 'MULTILINE_IMPLICIT_KEY').map((e) => e.pos[0]));
  const { root, faults, openers } = toTree(contents, text, greedyKeys);
  // A type that nobody knows is dropped with a warning only; but the author meant it as text.
  const types = warnings.filter((w) => w.code === 'TAG_RESOLVE_FAILED' || w.code === 'BAD_COLLECTION_TYPE');
  const syntax = firstFault(text, [...errors, ...types], openers);
  if (faults.some(isLimit)) return { root: undefined, faults: faults.filter(isLimit) };
  return { root, faults: syntax ? [syntax] : faults };
}
