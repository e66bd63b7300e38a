// A baseline as text: the same findings always give the same text, one line each. Must not know how they came about.
import { BASELINE, type OldPlace } from '../assess/baseline';
import { flowText } from '../model/yaml-text';

type Line = OldPlace & { readonly count: number };

const HEAD = `# What was already found here when this folder was first checked: "check" does not show it, and shows what is new.
# "sms-evidence baseline" writes this file anew, without what is mended by then. It never adds a line.
`;

/** A whole file. */
export function baselineText(id: string, lines: readonly Line[]): string {
  const items = [...lines].sort(inOrder).map(({ code, document, file, path, count }) => {
    const line = { code, ...(document !== undefined && { document }), ...(file !== undefined && { file }) };
    return `  - ${flowText({ ...line, ...(path !== undefined && { path }), ...(count > 1 && { count }) })}\n`;
  });
  return `${HEAD}kind: ${BASELINE}\nid: ${id}\nfindings:${items.length === 0 ? ' []\n' : `\n${items.join('')}`}`;
}

const inOrder = (a: Line, b: Line): number =>
  compare(a.document ?? `~${a.file}`, b.document ?? `~${b.file}`) || compare(a.path, b.path) || compare(a.code, b.code);

const compare = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0);
