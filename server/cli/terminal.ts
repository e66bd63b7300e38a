// Whoever sits at the terminal: one line for each question, also where several are typed ahead. Must not know what is asked.
import { createInterface, type Interface } from 'node:readline';
import type { Ask } from './surroundings';

/** `close` lets the process end. Nothing is read before the first question. */
export function terminal(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): { readonly ask: Ask; close(): void } {
  let reading: Interface | undefined;
  let isClosed = false;
  let waiting: ((line: string | undefined) => void) | undefined;
  const ahead: string[] = [];
  const give = (line: string | undefined) => {
    const take = waiting;
    waiting = undefined;
    take?.(line);
  };
  const start = () => {
    const lines = createInterface({ input, output });
    lines.on('line', (line) => (waiting ? give(line) : ahead.push(line)));
    // Ctrl+C and Ctrl+D end it; so does an input that ends.
    lines.on('close', () => {
      isClosed = true;
      give(undefined);
    });
    return lines;
  };
  const ask: Ask = (question) => {
    reading ??= start();
    reading.setPrompt(question);
    reading.prompt();
    const line = ahead.shift();
    if (line !== undefined || isClosed) return Promise.resolve(line);
    return new Promise((resolve) => {
      waiting = resolve;
    });
  };
  return { ask, close: () => reading?.close() };
}
