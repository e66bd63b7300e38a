// The command `coverage`: of which SMS, and how far its demands are evidenced. Must not word states.
import type { Period } from '../arithmetic/periods';
import { plannedPeriod } from '../model/manifest';
import { stillToCome } from '../reports/days-asked';
import { type CoverageReport, Places } from '../reports/report';
import type { Sms } from '../workspace/sms';
import type { Workspace } from '../workspace/workspace';
import type { AskedOfEvidence, Wrong } from './asked';
import { pathFrom, type Target } from './paths';

/** One for each SMS: the one at or around the target, else those below it; today's, or of the day or period. `workspace` is settled. */
export function coverage(
  target: Target,
  workspace: Workspace,
  { cwd, tool }: { readonly cwd: string; readonly tool: string },
  { on, period }: Pick<AskedOfEvidence, 'on' | 'period'>,
): (CoverageReport | Wrong)[] {
  const { manifest, isFile, uri } = target;
  // Of a file that is no evidence, in no SMS, what lies around it says nothing.
  if (isFile && manifest === undefined && !hasEvidence(uri, workspace)) return [];
  const smss = workspace.smss.filter((sms) => manifest === undefined || sms.folder === manifest);
  const pathOf = (uri: string) => pathFrom(cwd, uri);
  return smss.map((sms) => {
    const folder = pathOf(sms.folder);
    const over = period === 'audit' ? auditPeriod(sms) : period;
    if (period !== undefined && !over) return { wrong: `The sms.yaml in "${folder}" has no auditPeriod with a first and a last day.` };
    const asked = over ? { period: over } : on === undefined ? {} : { on };
    const why = stillToCome(asked, sms.engine.today);
    if (why !== undefined) return { wrong: `${why} ${aheadWords(over?.from ?? on ?? '')}` };
    const coverage = over ? sms.coverageOver(over) : on === undefined ? sms.coverage() : sms.coverageOn(on);
    const places = new Places(sms.files, sms.engine.pack, pathOf);
    const old = sms.hiddenByBaseline;
    return { tool, today: sms.engine.today, ...asked, folder, ...(old !== undefined && { old }), coverage, places };
  });
}

/** What helps whoever wants to look ahead. */
const aheadWords = (day: string): string =>
  `To see what will have lapsed or fallen due by then if nothing is done, take that day for today: --today ${day}.`;

const hasEvidence = (uri: string, workspace: Workspace): boolean =>
  workspace
    .smsOf(uri)
    ?.files.get(uri)
    ?.documents.some((d) => d.evidence !== undefined) === true;

function auditPeriod(sms: Sms): Period | undefined {
  const { from, to } = plannedPeriod(sms.reader()) ?? {};
  return from === undefined || to === undefined || from > to ? undefined : { from, to };
}
