// What the YAML library says is wrong, as faults in an author's words. The library names tokens and indicators; an author
// sees quotes, brackets, dashes and colons. Must not know schemas or where faults are shown.
import type { ErrorCode, YAMLError } from 'yaml';
import { tooDeep } from './limits';
import { indentEnd } from './lines';
import type { Fault, FaultId, Range } from './node';

/** A fault as found: the text of the block, where the library points, and what it says. */
interface Finding extends Range {
  readonly text: string;
  readonly message: string;
  /** The quote or bracket that is still open where the library stopped. */
  readonly opener: Range | undefined;
}

type Words = string | ((finding: Finding) => Fault);

/**
 * The first of a block's errors as a fault; undefined where there is none. The others mostly follow from it.
 * `openers` are the quotes and brackets that were never closed: `start` where each opens, `end` where the library gave up.
 */
export function firstFault(text: string, errors: readonly YAMLError[], openers: readonly Range[]): Fault | undefined {
  const sorted = errors.toSorted((a, b) => a.pos[0] - b.pos[0] || rank(a.code) - rank(b.code));
  const openerOf = ({ pos: [at] }: YAMLError) => openers.find((o) => o.end === at);
  // What opens before the first error and never closes has led to it.
  const cause = sorted.find((e) => (openerOf(e)?.start ?? Number.POSITIVE_INFINITY) < (sorted[0]?.pos[0] ?? 0)) ?? sorted[0];
  if (!cause) return undefined;
  const [start, end] = cause.pos;
  const words = WORDS[cause.code];
  const finding = { text, start, end, message: cause.message, opener: openerOf(cause) };
  return typeof words === 'string' ? says(words, finding) : words(finding);
}

/** Where several errors begin at one place, these say best what is wrong. */
const TELLING: readonly ErrorCode[] = ['BLOCK_IN_FLOW', 'BAD_INDENT', 'MULTILINE_IMPLICIT_KEY'];
const rank = (code: ErrorCode) => (TELLING.includes(code) ? TELLING.indexOf(code) : TELLING.length);

const says = (words: string, { start, end }: Range): Fault => ({
  id: 'yaml-syntax',
  start,
  end: Math.max(end, start + 1),
  values: { says: words },
});
/** What one keystroke mends has a name of its own. */
const slip = (id: FaultId, { start, end }: Range): Fault => ({ id, start, end: Math.max(end, start + 1), values: {} });
const mustBeQuoted = (f: Finding): Fault => ({ ...slip('needs-quotes', f), values: { sign: f.text[f.start] ?? '' } });

const WORDS: Readonly<Record<ErrorCode, Words>> = {
  ALIAS_PROPS: 'Nothing may stand between the colon and a "*" that points to another value.',
  BAD_ALIAS: mustBeQuoted,
  BAD_COLLECTION_TYPE: mustBeQuoted,
  BAD_DIRECTIVE: 'A line that begins with "%" is an instruction to YAML, and this is none that it knows.',
  BAD_DQ_ESCAPE: 'Between double quotes a backslash has a meaning of its own. Write two of them, or use single quotes.',
  BAD_INDENT: (f) => (f.message.startsWith('Flow') ? notClosed(f) : badIndent(f)),
  BAD_PROP_ORDER: 'A name ("&") or a type ("!") must stand behind the dash or the colon.',
  BAD_SCALAR_START: mustBeQuoted,
  BLOCK_AS_IMPLICIT_KEY: (f) => (f.message.includes('sequence') ? badIndent(f) : twoColons(f)),
  BLOCK_IN_FLOW: (f) =>
    f.text[f.start] === '-'
      ? says('Inside brackets, commas stand between the entries, and no dashes before them.', f)
      : slip('missing-comma', f),
  DUPLICATE_KEY: 'This key stands here twice.',
  IMPOSSIBLE: 'This cannot be read as YAML.',
  KEY_OVER_1024_CHARS: 'A key may have at most 1,024 characters.',
  MISSING_CHAR: missing,
  MULTILINE_IMPLICIT_KEY: brokenKey,
  MULTIPLE_ANCHORS: 'Only one name ("&") may stand before a value.',
  MULTIPLE_DOCS: 'A line "---" is missing between two documents.',
  MULTIPLE_TAGS: 'Only one type ("!") may stand before a value.',
  NON_STRING_KEY: 'A key must be text.',
  RESOURCE_EXHAUSTION: tooDeep,
  TAB_AS_INDENT: ({ start, end }) => ({ id: 'tab-indent', start, end, values: {} }),
  TAG_RESOLVE_FAILED: mustBeQuoted,
  UNEXPECTED_TOKEN: unexpected,
};

function missing(f: Finding): Fault {
  const { message } = f;
  if (message.includes('quote')) return slip('open-quote', f.opener ? firstChar(f.opener) : f);
  if (message.startsWith('Flow')) return notClosed(f);
  if (message.startsWith('Implicit map keys')) return brokenKey(f);
  if (message.includes(', between') || message.includes(', or :')) return slip('missing-comma', f);
  if (message.includes('space after :')) return slip('no-space-after-colon', f);
  if (message.startsWith('Comments')) return says('A space is missing before the "#" that begins a comment.', f);
  if (message.startsWith('Tags and anchors')) return says('A space is missing behind the name ("&") or the type ("!").', f);
  if (message.includes('sequence props')) return says('A list must begin on the line below its name ("&") or type ("!").', f);
  if (message.startsWith('Block scalars')) return says('The blank lines before this text are indented more than the text.', f);
  if (message.startsWith('Block collection')) return says('What stands here must begin on the line below "---".', f);
  if (message.startsWith('Missing directives')) return says('A line "---" is missing below the line that begins with "%".', f);
  return badIndent(f);
}

function unexpected(f: Finding): Fault {
  const { message, text, start } = f;
  if (message.startsWith('Block scalar header') || message.startsWith('Not a YAML token')) {
    const at = Math.max(text.lastIndexOf('|', start), text.lastIndexOf('>', start));
    return mustBeQuoted({ ...f, start: at, end: lineAt(text, at).end });
  }
  if (message.includes('same line with key'))
    return says('A list must begin on the line below its key. If this is text, put it in quotes.', f);
  if (message.includes('at node end')) {
    const before = text.slice(0, start).trimEnd().at(-1) ?? '';
    const what = '"\''.includes(before) ? 'quote' : ']}'.includes(before) ? 'bracket' : undefined;
    if (lineAt(text, start).start !== start && text.slice(lineAt(text, start).from).startsWith('...')) {
      return says('Nothing but a comment may stand behind "...".', f);
    }
    if (what) return says(`Something stands behind the closing ${what}. Is a quote or a comma missing?`, f);
  }
  if (/flow-(seq|map)-end/.test(message)) return says('This bracket was never opened.', f);
  if (message.includes('Unexpected , ') || message.includes('empty item')) return says('There is a comma too many.', f);
  return badIndent(f);
}

/** A line that should begin with a key and its colon, and is something else. */
function brokenKey(f: Finding): Fault {
  const { text, start } = f;
  const last = f.end > start ? lineAt(text, f.end - 1) : lineAt(text, start);
  // What begins behind another key goes on below it: there the indentation is wrong.
  if (/[^\s?-]/.test(text.slice(text.lastIndexOf('\n', start) + 1, start)) && last.start > start)
    return badIndent({ ...f, start: last.start });
  return keyWithoutColon(text, start);
}

/** The fault of the line that begins at `start`: half a key, or one with a slip of the pen. */
export function keyWithoutColon(text: string, start: number): Fault {
  const { start: lineStart, end } = lineAt(text, start);
  const line = { start: start < end ? start : lineStart, end };
  const said = text.slice(line.start, end);
  if (/^-\S/.test(said)) return slip('no-space-after-dash', line);
  // A space that doesn't break is none to YAML.
  if (/^[^\s:"'[{]+:(?:[^\s:/]|[\u00a0\u202f])/.test(said)) return slip('no-space-after-colon', line);
  return { id: 'key-without-colon', ...line, values: { text: said.length > 60 ? `${said.slice(0, 59)}…` : said } };
}

function twoColons(f: Finding): Fault {
  if (f.text[f.start] === '?') return mustBeQuoted(f);
  const line = lineAt(f.text, f.start);
  return slip('second-colon', { start: f.start, end: line.end });
}

function notClosed(f: Finding): Fault {
  const words =
    f.text.slice(f.start).trim() === '' ? 'This bracket is never closed.' : 'This bracket is not closed before the next entry begins.';
  return says(words, f.opener ? firstChar(f.opener) : f);
}

/** A line that stands too far left or right; measured against the one above it. */
export function badIndent({ text, start }: { readonly text: string; readonly start: number }): Fault {
  const line = lineAt(text, /\s/.test(text[start] ?? '') ? start + text.slice(start).search(/\S|$/) : start);
  const above = line.from === 0 ? { from: 0, start: 0 } : lineAt(text, text.slice(0, line.from).trimEnd().length - 1);
  const difference = line.start - line.from - (above.start - above.from);
  if (text[indentEnd(text, line.from)] === '\t') return { id: 'tab-indent', start: line.from, end: line.start, values: {} };
  if (/^-\S/.test(text.slice(line.start))) return slip('no-space-after-dash', line);
  if (difference > 0) return says('This line is indented more than its neighbours.', line);
  if (difference < 0) return says('This line is indented less than its neighbours.', line);
  if (text[above.start] === '-') return says('A dash is missing at the start of this line.', line);
  return says('This line does not fit the lines around it.', line);
}

const firstChar = ({ start }: Range): Range => ({ start, end: start + 1 });

/** The line that holds a place: `from` with its indentation, `start` and `end` without it and without a comment. */
function lineAt(text: string, at: number): Range & { readonly from: number } {
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const lineBreak = text.indexOf('\n', at);
  const line = text.slice(from, lineBreak === -1 ? text.length : lineBreak);
  // YAML knows no other white space than these.
  const start = line.search(/[^ \t\r]|$/);
  const said = line.replace(/(?:^|[ \t])#.*/, '').trimEnd();
  return { from, start: from + start, end: from + Math.max(start, said.length) };
}
