// The command `coverage`: of which SMS, and how far its demands are evidenced. Must not word states.
import { type CoverageReport, Places } from '../reports/report';
import type { Workspace } from '../workspace/workspace';
import { pathFrom, type Target } from './paths';

/** One for each SMS: the one at or around the target, else those below it. `workspace` is settled. */
export function coverage(
  target: Target,
  workspace: Workspace,
  { cwd, tool }: { readonly cwd: string; readonly tool: string },
): CoverageReport[] {
  const { manifest } = target;
  const smss = workspace.smss.filter((sms) => manifest === undefined || sms.folder === manifest);
  const pathOf = (uri: string) => pathFrom(cwd, uri);
  return smss.map((sms) => ({
    tool,
    today: sms.engine.today,
    folder: pathOf(sms.folder),
    coverage: sms.coverage(),
    places: new Places(sms.files, sms.engine.pack, pathOf),
  }));
}
