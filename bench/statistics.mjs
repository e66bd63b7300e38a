// Medians and a Markdown table. Must not know what the figures mean.

/** { median, p95, count } of some figures; p95 is the smallest figure that 95 of 100 don't exceed. */
export function summary(figures) {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const median = sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, p95: sorted[Math.ceil(sorted.length * 0.95) - 1], count: sorted.length };
}

/** Three digits that count, no more. */
export function round(figure) {
  if (!Number.isFinite(figure)) return '–';
  const digits = figure >= 100 ? 0 : figure >= 10 ? 1 : 2;
  return figure.toFixed(digits).replace(/\B(?=(\d{3})+(?!\d))/g, figure >= 1000 ? ',' : '');
}

export const times = (figure) => (Number.isFinite(figure) ? `${round(figure)} ×` : '–');

/** A Markdown table: the first column to the left, figures to the right. */
export function table(head, rows) {
  const widths = head.map((h, i) => Math.max(3, h.length, ...rows.map((r) => r[i].length)));
  const line = (cells) => `| ${cells.map((c, i) => (i === 0 ? c.padEnd(widths[i]) : c.padStart(widths[i]))).join(' | ')} |`;
  return [
    line(head),
    `| ${widths.map((w, i) => (i === 0 ? '-'.repeat(w) : `${'-'.repeat(w - 1)}:`)).join(' | ')} |`,
    ...rows.map(line),
  ].join('\n');
}
