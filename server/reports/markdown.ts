// Markdown as the reference pages use it: paragraphs, headings, lists of any depth, code, links. Must not know what is written in it.

/** Words that mean nothing to Markdown; what stands between backticks is code. */
export const text = (words: string): string =>
  words
    .split(/(`[^`\n]*`)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/[\\*_<[\]]/g, '\\$&')))
    .join('');

export const code = (words: string): string => `\`${words}\``;

export const link = (words: string, target: string): string => `[${words}](${target})`;

export const codeBlock = (language: string, lines: string): string => `\`\`\`${language}\n${lines.trimEnd()}\n\`\`\``;

/** An item of a list; `more` stands in lines of their own below its first. */
export interface Item {
  readonly says: string;
  readonly more?: readonly string[];
  readonly items?: readonly Item[];
}

export const list = (items: readonly (Item | string)[], level = 0): string =>
  items.flatMap((item) => lines(typeof item === 'string' ? { says: item } : item, level)).join('\n');

function lines({ says, more = [], items = [] }: Item, level: number): string[] {
  const indent = '  '.repeat(level);
  const own = [says, ...more].map((line, i, { length }) => `${indent}${i === 0 ? '- ' : '  '}${line}${i < length - 1 ? '\\' : ''}`);
  return items.length > 0 ? [...own, list(items, level + 1)] : own;
}

/** A heading with what stands below it; nothing where there is nothing. */
export function section(heading: string, ...blocks: readonly (string | undefined)[]): string[] {
  const written = blocks.filter((block) => block !== undefined && block !== '');
  return written.length > 0 ? [`## ${heading}`, ...(written as string[])] : [];
}
