// Stretches of time and what they have in common. Must not know days, zones or what the time is for.

/** From one minute until another, the last not included. Minutes since 1970 in UTC. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** In order, and those that overlap or touch made one; empty ones left out. */
export function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (to <= from) continue;
    if (last && from <= last.to) found[found.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else found.push({ from, to });
  }
  return found;
}

/** What lies in both. Both must be merged. */
export function common(a: readonly Stretch[], b: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = [];
  let [i, j] = [0, 0];
  for (let [x, y] = [a[0], b[0]]; x && y; [x, y] = [a[i], b[j]]) {
    const [from, to] = [Math.max(x.from, y.from), Math.min(x.to, y.to)];
    if (from < to) found.push({ from, to });
    if (x.to < y.to) i++;
    else j++;
  }
  return found;
}

/** What lies in `a` and not in `b`. Both must be merged. */
export function without(a: readonly Stretch[], b: readonly Stretch[]): readonly Stretch[] {
  const gaps: Stretch[] = [];
  let open = Number.NEGATIVE_INFINITY;
  for (const { from, to } of b) {
    gaps.push({ from: open, to: from });
    open = to;
  }
  return common(a, [...gaps, { from: open, to: Number.POSITIVE_INFINITY }]);
}

/** How many minutes they are together. They must be merged. */
export const minutesOf = (stretches: readonly Stretch[]): number => stretches.reduce((sum, { from, to }) => sum + to - from, 0);
