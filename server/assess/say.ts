// Findings in the words of schemas/common/findings.yaml. Must not know any of them by name.
import type { Knowledge } from '../knowledge/knowledge';
import type { Path } from '../knowledge/schema';
import { fill } from '../rules/rule';
import type { Finding, Spot } from './finding';

export type Say = (
  code: string,
  at: Path,
  on: Spot['on'],
  values: Readonly<Record<string, string>>,
  suggest?: readonly string[],
  certain?: boolean,
) => Finding[];

/** Makes the finding of that code in a document. */
export const sayer =
  (doc: string, knowledge: Knowledge): Say =>
  (code, path, on, values, suggest = [], certain = false) => {
    const words = knowledge.findings.get(code);
    const nearly = suggest.length > 0 ? `Did you mean ${suggest.map((s) => `"${s}"`).join(' or ')}?` : '';
    const message = [fill(words?.says ?? '', values), nearly || fill(words?.do ?? '', values)].filter(Boolean).join(' ');
    return [
      {
        code,
        demands: words?.demand === undefined ? [] : [words.demand],
        severity: words?.severity ?? 'error',
        message,
        values,
        at: { doc, path, on },
        because: [],
        ...(suggest.length > 0 && { suggest }),
        ...(suggest.length === 1 && certain && { certain }),
      },
    ];
  };
