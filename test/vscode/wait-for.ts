// Waits for what an editor shows some time after it was asked: by asking again, never by sleeping a fixed time.

interface Patience {
  /** What is waited for; the words of the failure. */
  readonly description: string;
  readonly timeoutMs?: number;
}

/** The first answer of `probe` that is not undefined or false. Throws past the time limit (20 s unless told). */
export async function waitFor<T>(probe: () => T | undefined | false | Thenable<T | undefined | false>, patience: Patience): Promise<T> {
  const until = Date.now() + (patience.timeoutMs ?? 20_000);
  for (;;) {
    const answer = await probe();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > until) throw new Error(`Waited in vain for ${patience.description}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
