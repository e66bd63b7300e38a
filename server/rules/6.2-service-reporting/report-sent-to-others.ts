// A report went to somebody it isn't for, or not to all whom it is for.
import type { At } from '../../model/at';
import { issuesOf } from '../../model/issues';
import type { Reader } from '../../model/reader';
import { rule } from '../rule';
import { listed } from '../words';

export default rule({
  demands: ['6.2-produced'],
  each: 'report',
  severity: 'error',
  says: 'By the readers named in "{report}", the report "{issue}" {wrong}.',
  do: 'Correct who got it, or agree on new readers.',
  because: 'These are the readers named in "{report}".',
  about:
    'Those who got an issue of a report are compared with the readers that its description names. Only ids of customers, suppliers and people are compared: a customer has it too where somebody who speaks for them got it, and the other way round. Readers given in words cannot be compared.',
  example: { issue: 'mail-2026-03', wrong: 'should not have gone to "payroll"', report: 'mail-monthly' },
  check(description, pack, report) {
    const readers = pack.at(description, 'readers');
    if (!readers.written) return report.cantTell(`who reads "${description.id}" is not written`);
    for (const issue of issuesOf(description, pack)) {
      const sent = pack.at(issue, 'sentTo');
      if (!sent.written) continue;
      const [asked, got] = [readers, sent].map((list) => list.items.map((at) => ({ at, ids: idsOf(at, pack) })));
      if (!asked || !got) continue;
      // Who is given in words may be anybody.
      const others = asked.some(({ ids }) => ids.length === 0) ? [] : got.filter(({ ids }) => ids.length > 0 && !meets(ids, asked));
      const left = got.some(({ ids }) => ids.length === 0) ? [] : asked.filter(({ ids }) => ids.length > 0 && !meets(ids, got));
      const names = (list: typeof asked) => listed(list.map(({ at }) => `"${at.text ?? ''}"`));
      const wrong = [
        ...(others.length > 0 ? [`should not have gone to ${names(others)}`] : []),
        ...(left.length > 0 ? [`was not sent to ${names(left)}`] : []),
      ];
      if (wrong.length === 0) continue;
      report(others[0]?.at ?? sent, { issue: issue.id, wrong: listed(wrong), report: description.id }, { because: [readers] });
    }
  },
});

interface Named {
  readonly at: At;
  /** Itself, and the customer or supplier that somebody speaks for; none where it is given in words. */
  readonly ids: readonly string[];
}

const meets = (ids: readonly string[], list: readonly Named[]): boolean => list.some((one) => one.ids.some((id) => ids.includes(id)));

function idsOf(at: At, pack: Reader): readonly string[] {
  if (at.text === undefined) return [];
  const found = pack.target({ refers: ['customer', 'person', 'representative', 'supplier'], id: at.text });
  const sides = found.flatMap((one) => {
    const holder = one.sort === 'representative' ? pack.inside(one).find((t) => isAround(t.path, one.path) && t.id !== one.id) : undefined;
    return holder ? [holder.id] : [];
  });
  return found.length === 0 ? [] : [at.text, ...sides];
}

const isAround = (outer: readonly (string | number)[], inner: readonly (string | number)[]): boolean =>
  outer.length > 0 && outer.length < inner.length && outer.every((key, i) => key === inner[i]);
