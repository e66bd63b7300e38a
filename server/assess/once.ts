// One finding for one gap, though several checks see it, or one check from several things. Must not know any demand or kind by name.
import type { Path } from '../knowledge/schema';
import type { Finding } from './finding';

/**
 * A question that stands there is only unanswered, not missing, too; a field that a demand misses isn't missed a second time. What a
 * rule says word for word of several services at the same place is said once.
 */
export function onceEach(findings: readonly Finding[]): Finding[] {
  const questions = findings.filter((f) => f.code === 'unanswered').map((f) => f.at.path);
  const missed = findings.flatMap((f) => f.missing ?? []);
  const said = new Set<string>();
  return findings.filter((f) => {
    const words = `${f.code} ${f.at.on} ${f.at.path.join('/')} ${f.message}`;
    if (said.has(words)) return false;
    said.add(words);
    if (f.missing) return !f.missing.every((path) => questions.some((q) => startsWith(q, path)));
    return f.code !== 'missing-field' || !missed.some((path) => startsWith([...f.at.path, f.values.key ?? ''], path));
  });
}

const startsWith = (path: Path, start: Path): boolean => start.length <= path.length && start.every((key, i) => key === path[i]);
