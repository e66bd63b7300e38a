// Reads places.txt: half-typed texts, what is wanted there, and the text after it was taken. Must not know what is offered.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The cursor. */
export const CURSOR = '‸';

export interface HalfTyped {
  readonly title: string;
  readonly file: string;
  /** With the cursor. */
  readonly typed: string;
  readonly crlf: boolean;
  /** The label to be taken; undefined where nothing may be offered. */
  readonly wanted: string | undefined;
  /** It must be the first of all. */
  readonly first: boolean;
  /** With the cursor where one writes on. */
  readonly after: string;
}

const folder = path.join(__dirname, '..', '..', '..', '..', 'test', 'features', 'completion');
const file = path.join(folder, 'places.txt');

/** What stands in the SMS around them: texts by file name. */
export const beside = (): Record<string, string> =>
  Object.fromEntries(readdirSync(path.join(folder, 'sms')).map((name) => [name, readFileSync(path.join(folder, 'sms', name), 'utf8')]));

/** All places in the order of the file. Throws where one is not written as its head explains. */
export function places(): HalfTyped[] {
  return readFileSync(file, 'utf8')
    .split(/^=== /m)
    .slice(1)
    .map((block) => {
      const [, head = '', typed, first, wanted = '', after = ''] = /^(.*)\n([\s\S]*?)\n?>>> (first: )?(.*)\n([\s\S]*)$/.exec(block) ?? [];
      if (typed?.split(CURSOR).length !== 2) throw new Error(`places.txt: "${head}" has no cursor, or no line that begins with >>>`);
      const [title = '', ...marks] = head.split(' | ');
      const name = marks.find((mark) => mark.endsWith('.yaml')) ?? 'x.sla.yaml';
      const common = { title, file: name, typed, crlf: marks.includes('CRLF'), first: first !== undefined };
      return { ...common, wanted: wanted === 'nothing' ? undefined : wanted, after: after.replace(/\n+(?:#### .*\n+)?$/, '') };
    });
}

/** Writes the results anew, in order; for the re-record switch. */
export function record(afters: readonly string[]): void {
  const blocks = readFileSync(file, 'utf8').split(/^(?==== )/m);
  const renewed = blocks.map((block, i) => {
    if (i === 0) return block;
    const head = block.slice(0, block.indexOf('\n', block.indexOf('\n>>> ') + 1) + 1);
    const section = /^#### .*$/m.exec(block)?.[0];
    return `${head}${[afters[i - 1] ?? '', ...(section === undefined ? [] : ['', section])].join('\n')}\n\n`;
  });
  writeFileSync(file, `${renewed.join('').trimEnd()}\n`);
}
