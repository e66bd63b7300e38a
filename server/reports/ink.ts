// Colours of a terminal, or none. Must not know whether there is a terminal: whoever prints decides.

export type Style = 'red' | 'yellow' | 'cyan' | 'green' | 'bold' | 'dim';

/** Gives the text in that style. */
export type Ink = (style: Style, text: string) => string;

export const noInk: Ink = (_style, text) => text;

const CODES: Readonly<Record<Style, readonly [on: number, off: number]>> = {
  red: [31, 39],
  yellow: [33, 39],
  cyan: [36, 39],
  green: [32, 39],
  bold: [1, 22],
  dim: [2, 22],
};

export const colours: Ink = (style, text) => {
  const [on, off] = CODES[style];
  return text === '' ? text : `\u001b[${on}m${text}\u001b[${off}m`;
};

/** How text reports look: in which colours, and in how many columns. */
export interface Look {
  readonly ink: Ink;
  readonly width: number;
}
