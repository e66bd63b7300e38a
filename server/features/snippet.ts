// Text with questions in it, as plain text and as a snippet with tab stops. Must not know YAML or schemas.

/** Literal text, or a question that the author answers. */
export type Token = string | Blank;

export interface Blank {
  /** As it stands in the text until it is answered. */
  readonly question: string;
  /** The words among which the answer is; none where it may be anything. */
  readonly choices: readonly string[];
}

/** Text for a stretch of the file, before the tab stops of all stretches are numbered. */
export interface Draft {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
}

/** Offsets in UTF-16 units. Both texts say the same; `snippet` has tab stops. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly snippet?: string;
}

/** Numbers the tab stops through all stretches, which are in text order; the last one is followed by the end of the tour. */
export function toEdits(drafts: readonly Draft[]): (Edit & { readonly snippet: string })[] {
  const lastBlank = drafts.findLast((d) => d.tokens.some(isBlank)) ?? drafts.at(-1);
  let stop = 0;
  return drafts.map((draft) => {
    const texts = draft.tokens.map((token) => (isBlank(token) ? placeholder(token, ++stop) : escaped(token)));
    if (draft === lastBlank) texts.splice(endOfTour(draft.tokens), 0, '$0');
    return { start: draft.start, end: draft.end, text: plainText(draft.tokens), snippet: texts.join('') };
  });
}

/** The same for one text. */
export function toSnippet(tokens: readonly Token[]): string {
  return toEdits([{ start: 0, end: 0, tokens }])[0]?.snippet ?? '';
}

export const plainText = (tokens: readonly Token[]): string => tokens.map((t) => (isBlank(t) ? t.question : t)).join('');

/** Where the first question stands in the plain text. */
export function firstQuestion(tokens: readonly Token[]): { readonly start: number; readonly end: number } | undefined {
  const at = tokens.findIndex(isBlank);
  const start = plainText(tokens.slice(0, at)).length;
  return at < 0 ? undefined : { start, end: start + plainText(tokens.slice(at, at + 1)).length };
}

const isBlank = (token: Token): token is Blank => typeof token !== 'string';

/** Right behind the last answer, so that a comment behind it stays where it is; without a question before the last line break. */
function endOfTour(tokens: readonly Token[]): number {
  const blank = tokens.findLastIndex(isBlank);
  if (blank >= 0) return blank + 1;
  const last = tokens.at(-1);
  return typeof last === 'string' && /^\r?\n$/.test(last) ? tokens.length - 1 : tokens.length;
}

/** With choices the question comes first: what is not chosen stays a question, never a promise. */
function placeholder({ question, choices }: Blank, stop: number): string {
  if (choices.length === 0) return `\${${stop}:${escaped(question)}}`;
  return `\${${stop}|${[question, ...choices].map((c) => c.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
}

const escaped = (text: string) => text.replace(/[\\$}]/g, '\\$&');
