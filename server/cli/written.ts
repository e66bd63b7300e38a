// What is said when files were begun: their paths, and the questions that are left in them. Must not know what they are.
import path from 'node:path';
import type { OpenQuestion } from '../features/new-evidence';

export interface Written {
  readonly files: readonly WrittenFile[];
  /** What to do next, in words. */
  readonly next: string;
}

export interface WrittenFile {
  /** Absolute. */
  readonly file: string;
  readonly open: readonly OpenQuestion[];
}

/** Ends with a line break. */
export function textWritten({ files, next }: Written, cwd: string): string {
  const blocks = files.map(({ file, open }) => {
    const name = path.relative(cwd, file).split(path.sep).join('/');
    const count = open.length === 1 ? '1 question is open' : `${open.length} questions are open`;
    return [`Written: ${name}, ${count}`, ...open.map(({ line, question }) => `  ${name}:${line}  ${question}`)].join('\n');
  });
  return `${[...blocks, next].join('\n\n')}\n`;
}
