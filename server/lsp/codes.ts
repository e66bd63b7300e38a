// What an editor is told of a finding's code, apart from the words: the page behind it, and whether what is underlined is of no more use.
// Must not decide what is found.
import { DiagnosticTag } from 'vscode-languageserver-types';
import type { Knowledge } from '../knowledge/knowledge';
import type { NamedRule } from '../rules/rule';

/** Where a code's page can be opened; undefined where it can't. */
export type HrefOf = (code: string) => string | undefined;

export interface OfCode {
  readonly codeDescription?: { readonly href: string };
  /** Shown faded, or struck through. */
  readonly tags?: DiagnosticTag[];
}

const TAGS = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** `taggable`: the tags that the editor knows. */
export function codesOf(
  hrefOf: HrefOf,
  taggable: readonly DiagnosticTag[],
  knowledge: Knowledge,
  rules: readonly NamedRule[],
): (code: string) => OfCode {
  const tagged = [...[...knowledge.findings].map(([id, { tag }]) => ({ id, tag })), ...rules];
  const tags = new Map<string, DiagnosticTag[]>(
    tagged.flatMap(({ id, tag }) => (tag && taggable.includes(TAGS[tag]) ? [[id, [TAGS[tag]]]] : [])),
  );
  return (code) => {
    const href = hrefOf(code);
    const own = tags.get(code);
    return { ...(href !== undefined && { codeDescription: { href } }), ...(own && { tags: own }) };
  };
}
