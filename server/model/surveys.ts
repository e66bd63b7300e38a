// What a satisfaction survey asked and found, in figures. Must not know which checks ask.
import type { Group } from '../arithmetic/sample';
import type { At } from './at';
import type { Thing } from './pack';
import type { Reader } from './reader';

const numberAt = ({ value }: At): number | undefined => (typeof value === 'number' ? value : undefined);

const fieldsOf = (at: At, fields: readonly string[]) => fields.flatMap((f) => at.get(f).text ?? []).join(', ');

/** The average for one group and question, by what names it. */
export interface Score {
  /** "hr, payroll clerks, service desk" */
  readonly name: string;
  readonly average: number;
  /** The first result that it comes from. */
  readonly at: At;
}

/** The averages of a survey, answers that stand singly taken together. */
export function scoresOf(survey: Thing, pack: Reader): readonly Score[] {
  const found = new Map<string, { at: At; sum: number; answers: number }>();
  for (const result of pack.at(survey, 'results').items) {
    const score = numberAt(result.get('score'));
    if (score === undefined) continue;
    const answers = numberAt(result.get('answers')) ?? 1;
    const name = fieldsOf(result, ['customer', 'group', 'service', 'question']);
    const before = found.get(name) ?? { at: result.get('score'), sum: 0, answers: 0 };
    found.set(name, { at: before.at, sum: before.sum + score * answers, answers: before.answers + answers });
  }
  return [...found].flatMap(([name, { at, sum, answers }]) => (answers > 0 ? [{ name, at, average: sum / answers }] : []));
}

/** The groups of people, each with how many of them answered: none where the sample leaves a group out. */
export function groupsOf(survey: Thing, pack: Reader): readonly Group[] {
  const asked = pack.at(survey, 'sample', 'groups').items;
  const name = (at: At) => fieldsOf(at, ['customer', 'group']);
  return pack.at(survey, 'population').items.map((group) => {
    const own = asked.filter((a) => name(a) === name(group));
    return {
      name: name(group),
      number: numberAt(group.get('number')) ?? 0,
      answered: own.reduce((sum, a) => sum + (numberAt(a.get('answered')) ?? 0), 0),
    };
  });
}

/** How many were asked and how many answered, in all; undefined where a group does not say it. */
export function answersTo(survey: Thing, pack: Reader): { readonly asked: number | undefined; readonly answered: number } | undefined {
  const groups = pack.at(survey, 'sample', 'groups').items;
  const total = (field: string) =>
    groups.reduce<number | undefined>((sum, g) => {
      const number = numberAt(g.get(field));
      return sum === undefined || number === undefined ? undefined : sum + number;
    }, 0);
  const answered = total('answered');
  return groups.length === 0 || answered === undefined ? undefined : { asked: total('asked'), answered };
}
