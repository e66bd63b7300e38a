// Words that people write for what has a word of its own here. Must not know where they stand.

const YES = ['yes', 'y', 'on', 'true', 'ja', 'x'];
const NO = ['no', 'n', 'off', 'false', 'nein'];

/** "true" or "false" for a word of assent or refusal; undefined for any other. */
export function truthOf(text: string): 'true' | 'false' | undefined {
  const word = text.trim().toLowerCase();
  return YES.includes(word) ? 'true' : NO.includes(word) ? 'false' : undefined;
}

/** Whether hours without end are meant, whose own words are "around the clock". */
export const isAlways = (text: string): boolean =>
  /^(?:24 ?(?:\/|x|×|h\/|hours? ?\/) ?7(?: ?[/x×] ?365)?|24 ?h(?:ours?)?|round the clock|(?:all|any) hours|always|day and night)$/i.test(
    text.trim(),
  );
