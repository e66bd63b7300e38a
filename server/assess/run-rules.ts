// Runs the rules of one thing and turns what they report into findings. Must not know any rule by name.
import type { At } from '../model/at';
import type { Thing } from '../model/pack';
import type { Mend, NamedRule, Report } from '../rules/rule';
import { fill } from '../rules/rule';
import { applies, type Context, editionOf } from './context';
import type { RuleVerdict } from './demand';
import type { Finding, Mending, Spot, Working } from './finding';
import { membership } from './population';
import { sayer } from './say';

export interface RuleResults {
  readonly findings: readonly Finding[];
  readonly workings: readonly Working[];
  /** By rule id: what each rule that applies said. */
  readonly verdicts: ReadonlyMap<string, RuleVerdict>;
  /** Rules that threw, with the error's text for the log. */
  readonly failed: readonly { readonly rule: string; readonly error: string }[];
}

/** Rules speak only of what counts: a draft's cross-checks keep still. */
export function runRules(thing: Thing, context: Context): RuleResults {
  const findings: Finding[] = [];
  const workings: Working[] = [];
  const verdicts = new Map<string, RuleVerdict>();
  const failed: { rule: string; error: string }[] = [];
  const counted = new Map<string, boolean>();
  const counts = (name: string): boolean => {
    const population = context.knowledge.populations.get(name);
    const known = counted.get(name) ?? (population !== undefined && membership(thing, population, context.reader) === 'counts');
    counted.set(name, known);
    return known;
  };
  for (const rule of context.rules) {
    if (![rule.each].flat().some(counts)) continue;
    const found: Finding[] = [];
    let cantTell: string | undefined;
    try {
      rule.check(
        thing,
        context.reader,
        reporter(rule, thing, context, {
          found: (f) => found.push(f),
          worked: (w) => workings.push(w),
          cantTell: (reason) => {
            cantTell ??= reason;
          },
        }),
      );
    } catch (error) {
      failed.push({ rule: rule.id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      findings.push(...failure(rule, thing, context));
      verdicts.set(rule.id, { found: false, error: false, cantTell: `the check ${rule.id} failed` });
      continue;
    }
    findings.push(...found);
    const error = found.find((f) => f.severity === 'error');
    verdicts.set(rule.id, {
      found: found.length > 0,
      error: error !== undefined,
      ...(found[0] && { message: (error ?? found[0]).message }),
      ...(cantTell !== undefined && { cantTell }),
    });
  }
  return { findings, workings, verdicts, failed };
}

const spot = (at: At): Spot => ({ doc: at.doc, path: at.path, on: 'value' });

const mending = (fix: Mend, title: string): Mending =>
  'set' in fix ? { title, at: spot(fix.set), to: fix.to } : { title, at: spot(fix.add), ...(fix.known && { known: fix.known }) };

/** Who takes what a rule reports. */
interface Takes {
  found(finding: Finding): void;
  worked(working: Working): void;
  cantTell(reason: string): void;
}

function reporter(rule: NamedRule, thing: Thing, context: Context, takes: Takes): Report {
  const report: Report = (at, values, more) => {
    const severity = more?.severity ?? rule.severity;
    const demands = demandsOn(thing, rule, context);
    if (severity === 'error' && !isAsked(demands, context)) return;
    takes.found({
      code: rule.id,
      demands,
      severity,
      message: `${fill(rule.says, values)} ${fill(rule.do, values)}`.trim(),
      values,
      at: spot(at),
      because: (more?.because ?? []).map((b) => ({ at: spot(b), message: fill(rule.because, values) })),
      ...(more?.fix && rule.fix !== undefined && { mend: mending(more.fix, fill(rule.fix, values)) }),
    });
  };
  report.cantTell = takes.cantTell;
  report.works = (figures, values) => {
    const words = fill(rule.works ?? '', values);
    if (words !== '') takes.worked({ rule: rule.id, words, figures: figures.map(spot) });
  };
  return report;
}

/** Not those that the same rule asks of other things. */
function demandsOn(thing: Thing, { demands, each }: NamedRule, { knowledge, reader }: Context): readonly string[] {
  const asked = [each].flat();
  return demands.filter((id) => {
    const population = knowledge.demands.find((d) => d.id === id)?.each;
    return !population || !asked.includes(population.name) || membership(thing, population, reader) !== 'no';
  });
}

/** An error says that a demand isn't met: there is none where the edition asks for none of them. What any document has to keep is always asked. */
function isAsked(demands: readonly string[], { knowledge, reader }: Context): boolean {
  const edition = editionOf(reader);
  return demands.length === 0 || demands.some((id) => knowledge.demands.every((d) => d.id !== id || applies(d, edition)));
}

const failure = (rule: NamedRule, thing: Thing, { knowledge }: Context): readonly Finding[] =>
  sayer(thing.doc, knowledge)('rule-failed', thing.path, 'head', { rule: rule.id });
