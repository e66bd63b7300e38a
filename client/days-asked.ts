// A day or a period as somebody types it. Must not know VS Code, nor which days there are.
import type { CoverageQuestion } from '../server/lsp/protocol';

const SHAPE = /^\s*(\d{4}-\d\d-\d\d)(?:\s*(?:\/|to)\s*(\d{4}-\d\d-\d\d))?\s*$/;

/** What was typed, as a question; undefined where it has another shape. */
export function questionIn(typed: string): CoverageQuestion | undefined {
  const [, from, to] = SHAPE.exec(typed) ?? [];
  if (from === undefined) return undefined;
  return to === undefined ? { on: from } : { period: { from, to } };
}
