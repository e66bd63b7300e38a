// What of a file's findings is told while one of its lines is being typed. Must not know time.
import type { Diagnostic } from 'vscode-languageserver-types';

/** All but what came up in that line since: half a word is no fault yet. What was told there before stays as long as it is found. */
export function whileTyping(found: readonly Diagnostic[], line: number | undefined, told: readonly Diagnostic[]): Diagnostic[] {
  const before = new Set(told.filter((d) => d.range.start.line === line).map((d) => d.code));
  return found.filter((d) => d.range.start.line !== line || before.has(d.code));
}
