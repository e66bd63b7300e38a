// The marks that git leaves in a text where two people changed the same lines. Must not know YAML.
import type { Fault } from './node';

/** What stands between the marks; `base` only where git was told to keep it. */
const CONFLICT =
  /^<{7}(?: (?<ours>.*?))?\r?\n(?<mine>(?:[^\n]*\n)*?)(?:\|{7}[^\n]*\n(?:[^\n]*\n)*?)?={7}\r?\n(?<other>(?:[^\n]*\n)*?)>{7}(?: (?<theirs>.*?))?(?:\r?\n|$)/gm;

/**
 * The text with the first of both versions and blanks in place of the other and of the marks, so that all else stays where it is;
 * and a fault for each conflict, `values` naming the versions.
 */
export function firstVersion(text: string): { readonly text: string; readonly faults: readonly Fault[] } {
  if (!/^<{7}/m.test(text) || !/^>{7}/m.test(text)) return { text, faults: [] };
  const faults: Fault[] = [];
  const blanked = text.replace(CONFLICT, (whole: string, ...more: unknown[]) => {
    const groups = more.at(-1) as Readonly<Record<string, string | undefined>>;
    const at = Number(more.at(-3));
    const [ours = 'ours', theirs = 'theirs', mine = ''] = [groups.ours, groups.theirs, groups.mine];
    faults.push({ id: 'merge-conflict', start: at, end: at + whole.search(/\r?\n/), values: { ours, theirs } });
    const head = whole.indexOf('\n') + 1;
    return blank(whole.slice(0, head)) + mine + blank(whole.slice(head + mine.length));
  });
  return { text: blanked, faults };
}

const blank = (text: string) => text.replace(/[^\r\n]/g, ' ');

/** The two versions of the conflict that begins at `start`, and where it ends; undefined where there is none. */
export function versionsAt(
  text: string,
  start: number,
): { readonly mine: string; readonly other: string; readonly end: number } | undefined {
  const found = [...text.matchAll(CONFLICT)].find((m) => m.index === start);
  return found && { mine: found.groups?.mine ?? '', other: found.groups?.other ?? '', end: start + found[0].length };
}
