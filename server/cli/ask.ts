// How things are asked in a terminal: again until the answer will do, from a list by number. Must not know a terminal.
import type { Ask, Out } from './surroundings';

export interface Person {
  readonly ask: Ask;
  readonly out: Out;
}

/** Whoever was asked had enough. */
export const STOPPED = { wrong: 'Stopped. Nothing was written.' } as const;
export type Stopped = typeof STOPPED;

export const isStopped = (answer: unknown): answer is Stopped => answer === STOPPED;

/** A text; `usual` where Enter alone is typed. `wrong`: why an answer won't do. */
export async function askText(
  { ask, out }: Person,
  question: string,
  usual: string,
  wrong: (answer: string) => string | undefined,
): Promise<string | Stopped> {
  out.write(`\n${question}\n`);
  for (;;) {
    const line = await ask(usual === '' ? '> ' : `[${usual}] > `);
    if (line === undefined) return STOPPED;
    const answer = line.trim() === '' ? usual : line.trim();
    const why = wrong(answer);
    if (why === undefined) return answer;
    out.write(`${why}\n`);
  }
}

export interface Choice {
  /** What is meant by it. */
  readonly word: string;
  readonly shown: string;
}

/** One of several, by number or word. `other`: whether another word than these may be typed; the answer may be "" where `usual` is. */
export async function askChoice(
  person: Person,
  question: string,
  choices: readonly Choice[],
  { usual, other }: { readonly usual: string; readonly other: boolean },
): Promise<string | Stopped> {
  const list = choices.map(({ shown }, i) => `  ${i + 1}  ${shown}`).join('\n');
  const chosen = (answer: string) => choices[Number(answer) - 1]?.word ?? choices.find(({ word }) => word === answer)?.word;
  const answer = await askText(person, `${question}\n${list}`, usual, (typed) =>
    typed === usual || chosen(typed) !== undefined || (other && !/^\d+$/.test(typed))
      ? undefined
      : `Please type a number from 1 to ${choices.length}.`,
  );
  return isStopped(answer) ? answer : (chosen(answer) ?? answer);
}
