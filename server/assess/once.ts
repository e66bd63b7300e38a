// One finding for one gap, though several checks see it, or one check from several things. Must not know any demand or kind by name.
import type { Path } from '../knowledge/schema';
import type { Finding } from './finding';

/**
 * A question that stands there is only unanswered, not missing, too; a field that a demand misses isn't missed a second time; and
 * what a rule says of several services at the same place is said once.
 */
export function onceEach(findings: readonly Finding[]): Finding[] {
  const questions = findings.filter((f) => f.code === 'unanswered' || f.code === 'placeholder-left').map((f) => f.at.path);
  const missed = findings.flatMap((f) => f.missing ?? []);
  const isMissed = (place: Path) => missed.some((path) => startsWith(place, path));
  // A placeholder where nothing is asked for does no harm.
  const weighed = together(findings).map((f) =>
    f.code === 'placeholder-left' && f.severity === 'error' && !isMissed(f.at.path) ? { ...f, severity: 'information' as const } : f,
  );
  return weighed.filter((f) => {
    if (f.missing) return !f.missing.every((path) => questions.some((q) => startsWith(q, path)));
    return f.code !== 'missing-field' || !missed.some((path) => startsWith([...f.at.path, f.values.key ?? ''], path));
  });
}

/** What is said word for word of several things at the same place, once, with the demands of all. */
function together(findings: readonly Finding[]): readonly Finding[] {
  const said = new Map<string, Finding>();
  for (const f of findings) {
    const words = `${f.code} ${f.at.on} ${f.at.path.join('/')} ${f.message}`;
    const before = said.get(words);
    said.set(words, before ? asOne(before, f) : f);
  }
  return [...said.values()];
}

/** Waived only where it is for both. */
function asOne({ waived, ...before }: Finding, f: Finding): Finding {
  return { ...before, demands: [...new Set([...before.demands, ...f.demands])].sort(), ...(waived && f.waived && { waived }) };
}

const startsWith = (path: Path, start: Path): boolean => start.length <= path.length && start.every((key, i) => key === path[i]);
