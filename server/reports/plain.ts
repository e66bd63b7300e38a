// Pages for a terminal: the Markdown of this folder without its marks, wrapped. Must not know what is written in it.
import { wrapped } from './display';
import type { Look } from './ink';

const LEAST = 30;

/** Ends with a line break. */
export function plain(markdown: string, look: Look): string {
  const lines: string[] = [];
  let inCode = false;
  for (const line of markdown.trimEnd().split('\n')) {
    if (line.startsWith('```')) inCode = !inCode;
    else lines.push(...(inCode ? [`    ${line}`.trimEnd()] : plainLine(line, look)));
  }
  return `${lines.join('\n')}\n`;
}

/** Hung from where its words begin. */
function plainLine(line: string, { ink, width }: Look): string[] {
  const [, indent = '', sign = '', rest = ''] = /^( *)(- |#+ )?(.*?)\\?$/.exec(line) ?? [];
  if (sign.startsWith('#')) return [ink('bold', words(rest))];
  const margin = indent.length + sign.length;
  const [first = '', ...more] = wrapped(words(rest), Math.max(LEAST, width - margin));
  return [`${indent}${sign}${first}`, ...more.map((l) => `${' '.repeat(margin)}${l}`)];
}

/** Without stars, backticks and the targets of links. */
const words = (markdown: string): string =>
  markdown.replace(
    MARKS,
    (_, code?: string, kept?: string, linked?: string) => code ?? kept ?? (linked === undefined ? '' : words(linked)),
  );

/** Code, a character that was kept from being a mark, a link, stars. */
const MARKS = /`([^`]*)`|\\(.)|\[([^\]]*)\]\([^)]*\)|\*+/g;
