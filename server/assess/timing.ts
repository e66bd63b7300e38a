// When a proof is due again, and how long what must follow may take. Must not know any demand by name.
import { compareDates, daysBetween } from '../arithmetic/dates';
import { dueDate, parseInterval } from '../arithmetic/interval';
import { overdueDays, type Period } from '../arithmetic/periods';
import { formats } from '../knowledge/formats';
import type { Demand, PathOf } from '../knowledge/types';
import type { At } from '../model/at';
import { graceOf } from '../model/manifest';
import type { Thing } from '../model/pack';
import { startOf } from '../model/standing';
import type { Context } from './context';

export interface Timing {
  readonly last?: string;
  /** Undefined where it was never done and nobody says since when it should have been. */
  readonly due?: string;
  readonly interval: string;
  readonly grace: string;
  /** How many days it is late. */
  readonly days?: string;
  /** Where the interval is written. */
  readonly at: At;
  /** Of a period that is asked about, the days on which it was overdue. */
  readonly overdue?: readonly Period[];
}

/** What was found of a demand's evidence. */
export interface Proofs {
  /** All of it. */
  readonly proved: boolean;
  readonly proofs: readonly At[];
  /** The things that hold proofs, a list for each part of the evidence that was found. */
  readonly things: readonly (readonly Thing[])[];
}

/**
 * When the latest proof, or without one the instance's start, asks for the next; where parts of the evidence are of different age,
 * the oldest part's latest. Undefined where no interval is written.
 */
export function timed(
  { every = [], due: allowed = [] }: Pick<Demand, 'every' | 'due'>,
  instance: Thing | undefined,
  { proved, proofs, things }: Proofs,
  context: Context,
): (Timing & { late: boolean }) | undefined {
  const { reader } = context;
  const newestFirst = things.flat().sort((a, b) => compareDates(b.day ?? '', a.day ?? ''));
  const asked = [...(instance ? [instance] : []), ...newestFirst];
  const written = writtenInterval(every, asked, context);
  if (!written) return undefined;
  const today = reader.today();
  const dated = oldest(things.map((some) => newest(some.map((t) => t.day ?? dayAmong(proofs, t)))));
  // What stands in a plan is as old as the plan; but that an agreement was looked at is no result of it.
  const last = dated ?? (proved ? oldest(things.map((some) => newest(some.map((t) => t.frame.looked)))) : undefined);
  const from = last ?? (instance && startOf(instance, reader));
  const words = { interval: written.text, grace: graceOf(reader), at: written.at, ...(last !== undefined && { last }) };
  const rhythm = { interval: written.text, after: writtenInterval(allowed, asked, context)?.text, grace: graceOf(reader) };
  const due = from === undefined ? undefined : dueDate({ last: from, ...rhythm });
  if (!due) return { ...words, late: true };
  const { period } = reader.lookBack;
  const overdue =
    period && things.flatMap((some) => overdueIn(some, proofs, rhythm, { start: instance && startOf(instance, reader), ...period }));
  return {
    ...words,
    due: due.due,
    days: String(Math.max(0, daysBetween(due.due, today))),
    late: compareDates(today, due.overdueFrom) >= 0 || (overdue !== undefined && overdue.length > 0),
    ...(overdue && { overdue }),
  };
}

/** Of one part of the evidence; of what has no days at all nobody knows. */
function overdueIn(
  things: readonly Thing[],
  proofs: readonly At[],
  rhythm: Parameters<typeof overdueDays>[1],
  days: Parameters<typeof overdueDays>[2],
): readonly Period[] {
  const done = inOrder(things.flatMap((t) => t.day ?? daysAmong(proofs, t)));
  // Of a list in a register or a plan only the latest may be kept.
  const start = things.every((t) => t.day !== undefined) ? days.start : undefined;
  return done.length === 0 ? [] : overdueDays(done, rhythm, { ...days, start });
}

/** What has no day of its own, such as a register or a plan, is as old as the latest day among its proofs. */
const dayAmong = (proofs: readonly At[], thing: Thing): string | undefined => newest(daysAmong(proofs, thing));

const daysAmong = (proofs: readonly At[], { doc }: Thing): readonly string[] =>
  proofs.flatMap((at) => (at.doc === doc && at.text !== undefined && formats.date(at.text) ? [at.text] : []));

const inOrder = (days: readonly (string | undefined)[]): string[] => days.filter((day) => day !== undefined).sort(compareDates);
const newest = (days: readonly (string | undefined)[]): string | undefined => inOrder(days).at(-1);
const oldest = (days: readonly (string | undefined)[]): string | undefined => inOrder(days)[0];

function writtenInterval(
  paths: readonly PathOf[],
  things: readonly Thing[],
  { knowledge, reader }: Context,
): { text: string; at: At } | undefined {
  const places = paths.flatMap(({ head, fields }) => {
    const [field = '', ...rest] = fields.map((f) => f.name);
    if (knowledge.kinds.get(head)?.form === 'manifest') return [reader.says(field, ...rest)];
    return things.flatMap((t) => (t.sort === head ? [reader.at(t, field, ...rest)] : []));
  });
  const at = places.find((p) => p?.text !== undefined && parseInterval(p.text));
  return at?.text === undefined ? undefined : { text: at.text, at };
}

/** The last day for what must follow on the instance, where that isn't past. */
export function stillWithin(within: readonly PathOf[], instance: Thing, context: Context): string | undefined {
  if (!instance.day) return undefined;
  const by = dueDate({ last: instance.day, interval: writtenInterval(within, [instance], context)?.text ?? graceOf(context.reader) })?.due;
  return by !== undefined && compareDates(context.reader.today(), by) <= 0 ? by : undefined;
}
