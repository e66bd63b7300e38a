// Sources as the guards see them: text without comments and strings, what a file imports, what stands at its top level.
// Must not know which imports or words are allowed.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(__dirname, '..', '..', '..');

/** Texts by their path from the root, with forward slashes. */
export type Sources = ReadonlyMap<string, string>;

/** Every file below a folder with that ending. */
export function readSources(folder: string, ending: string): Sources {
  const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.split(path.sep).join('/')}`)
    .filter((file) => file.endsWith(ending))
    .sort();
  return new Map(files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));
}

/** What a file imports, for its types too: a path from the root for our own files, else the package as written. */
export function importsOf(file: string, text: string): readonly string[] {
  const found = new Set<string>();
  let before = '';
  for (const token of tokens(text)) {
    if (token.is === 'text' && /\b(?:from|import|require)\s*\(?\s*$/.test(before)) found.add(token.text.slice(1, -1));
    before = token.is === 'code' ? (before + token.text).slice(-40) : token.is === 'text' ? '' : before;
  }
  const named = (to: string) => (path.posix.extname(to) === '.json' ? to : `${to}.ts`);
  return [...found].map((to) => (to.startsWith('.') ? named(path.posix.join(path.posix.dirname(file), to)) : to));
}

/** The code alone: comments and texts are as many blanks; line breaks stay. */
export const blanked = (text: string): string =>
  tokens(text)
    .map((t) => (t.is === 'code' ? t.text : t.text.replace(/[^\n]/g, ' ')))
    .join('');

interface Token {
  readonly is: 'comment' | 'text' | 'code';
  readonly text: string;
}

function tokens(text: string): readonly Token[] {
  return [...text.matchAll(TOKEN)].map(([token]) => {
    const isComment = /^\/[/*]/.test(token);
    const isText = token.length > 1 && /^['"`/]/.test(token);
    return { is: isComment ? 'comment' : isText ? 'text' : 'code', text: token };
  });
}

// Comments, then the three sorts of text, then a pattern where one may begin; else a stretch of code.
const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|\$\{(?:`[^`]*`|[^`{}]|\{[^{}]*\})*\}|[^`\\])*`|(?<=[(,=:[!&|?{};\n]\s*|return\s)\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[*])+\/[a-z]*|\w+|[\s\S]/g;

/** The lines of code that begin at the top level of a module. */
export function topLevel(text: string): readonly string[] {
  let depth = 0;
  return blanked(text)
    .split('\n')
    .filter((line) => {
      const here = depth === 0;
      for (const c of line) depth += '{[('.includes(c) ? 1 : '}])'.includes(c) ? -1 : 0;
      return here && line.trim() !== '';
    });
}
