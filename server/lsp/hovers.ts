// Hovers: at once, but where one is about files or commits that nobody has looked at yet. Must not decide what they say.
import type { Connection } from 'vscode-languageserver';
import { answerHover, type Questions } from './answers';

type Answer = <T>(answer: () => T) => Promise<T>;

/** Milliseconds; nobody waits longer for what a file or commit would add. */
const WAITS = 500;

/** `lookUp` looks at files and commits as the server does, so that what it finds is judged, too. */
export function answerHovers(connection: Connection, questions: Questions, read: Answer, lookUp: () => Promise<void>): void {
  const { workspace } = questions;
  connection.onHover(async (params) => {
    const answer = await read(() => answerHover(params, questions));
    if (!workspace.lacksLookups) return answer;
    let isLate = false;
    const late = new Promise((resolve) => setTimeout(resolve, WAITS)).then(() => {
      isLate = true;
    });
    let again = answer;
    while (workspace.lacksLookups && !isLate) {
      await Promise.race([lookUp(), late]);
      again = answerHover(params, questions);
    }
    return again;
  });
}
