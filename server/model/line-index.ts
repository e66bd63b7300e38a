// Offsets of a text to lines and characters, and back. Must not know what the text says.

/** Zero-based; characters in UTF-16 units. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/** The lines of one text; `\r\n`, `\n` and `\r` each end one. */
export class LineIndex {
  /** Where each line starts. */
  readonly #starts: number[] = [0];
  /** Where each line ends, its line break left out. */
  readonly #ends: number[] = [];

  constructor(text: string) {
    for (const { index, 0: lineBreak } of text.matchAll(/\r\n|\n|\r/g)) {
      this.#ends.push(index);
      this.#starts.push(index + lineBreak.length);
    }
    this.#ends.push(text.length);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** Where an offset lies; one outside the text counts as its start or end, one within a line break as the end of its line. */
  positionAt(offset: number): LinePosition {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    const start = this.#starts[low] ?? 0;
    return { line: low, character: Math.max(0, Math.min(offset, this.#ends[low] ?? 0) - start) };
  }

  /** The offset of a position; a character behind the end of its line counts as that end, a line outside the text as its start or end. */
  offsetAt({ line, character }: LinePosition): number {
    if (line < 0) return 0;
    const start = this.#starts[line];
    const end = this.#ends[line];
    if (start === undefined || end === undefined) return this.#ends.at(-1) ?? 0;
    return Math.min(start + Math.max(0, character), end);
  }
}
