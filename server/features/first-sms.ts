// What a first SMS begins with: its manifest with the few answers that only its author has, and the registers that all else names.
// Must not know any kind or field by name.
import { formats } from '../knowledge/formats';
import type { Knowledge } from '../knowledge/knowledge';
import type { Kind, Schema } from '../knowledge/types';
import { scalarText } from '../model/yaml-text';
import { choicesOf } from './piece';
import { questionsIn } from './questions';
import { templateGroups } from './template-order';

/** A question of the manifest that one line can answer. */
export interface FirstQuestion {
  readonly field: string;
  readonly question: string;
  /** The answers it knows; none where it may be anything. */
  readonly choices: readonly string[];
  readonly schema: Schema;
}

export function firstQuestions(knowledge: Knowledge): FirstQuestion[] {
  const { template } = manifestOf(knowledge);
  return questionsIn(template, manifestOf(knowledge)).flatMap(({ path, schema, start, end }) =>
    path.length === 1 && schema
      ? [{ field: String(path[0]), question: template.slice(start, end).replace(/^<|>$/g, ''), choices: choicesOf(schema), schema }]
      : [],
  );
}

/** Why that can't be the answer, in words. */
export function wrongAnswer({ field, choices, schema }: FirstQuestion, answer: string): string | undefined {
  if (choices.length > 0 && !choices.includes(answer)) return `That can be ${choices.join(' or ')}, not "${answer}".`;
  const { format, pattern, examples = [], title = field } = schema;
  const [, isIn] = Object.entries(formats).find(([name]) => name === format) ?? [];
  if ((isIn?.(answer) ?? true) && (pattern === undefined || new RegExp(pattern, 'u').test(answer))) return undefined;
  return `"${answer}" is no ${title}: write it such as ${String(examples[0])}.`;
}

/** `answers`: by field. What has none stays a question. */
export function manifestText(knowledge: Knowledge, answers: ReadonlyMap<string, string>): string {
  const kind = manifestOf(knowledge);
  const text = kind.template.replace(/^#[^\n]*\n/, '');
  return questionsIn(text, kind).reduceRight((rest, { path, start, end }) => {
    const answer = path.length === 1 ? answers.get(String(path[0])) : undefined;
    return answer === undefined ? rest : rest.slice(0, start) + scalarText(answer, false) + rest.slice(end);
  }, text);
}

/** The kinds that nearly all others name, each with the id that its first document gets: the name of its list. */
export function firstKinds(knowledge: Knowledge): { readonly kind: Kind; readonly id: string }[] {
  const begin = templateGroups(knowledge).find(({ of }) => of === undefined)?.kinds ?? [];
  return begin.flatMap((kind) => {
    const list = [...kind.schema.properties].find(([, field]) => field.items?.['x-defines'] !== undefined);
    return kind.form === 'manifest' || !list ? [] : [{ kind, id: list[0] }];
  });
}

export function manifestOf({ kinds }: Knowledge): Kind {
  const manifest = [...kinds.values()].find(({ form }) => form === 'manifest');
  if (!manifest) throw new Error('there is no kind of manifest');
  return manifest;
}
