// The command `baseline`: what is found in an old folder, as a file that hides just that; written again, it only gets shorter.
// Must not write to the disk itself.
import { fileURLToPath } from 'node:url';
import { BASELINE, keyOf, type OldPlace, oldFindings } from '../assess/baseline';
import { baselineText } from '../reports/baseline-text';
import type { Sms } from '../workspace/sms';
import type { Workspace } from '../workspace/workspace';
import type { Wrong } from './asked';
import { pathFrom, type Target } from './paths';

export interface Baseline {
  readonly says: string;
  /** Absent where nothing is to be written. `isNew`: no such file may be there. */
  readonly write?: { readonly file: string; readonly text: string; readonly isNew: boolean };
}

type Line = OldPlace & { readonly count: number };

const ID = 'findings';

/** `workspace` is settled. */
export function baseline({ path, uri, isFile, manifest }: Target, workspace: Workspace, cwd: string): Baseline | Wrong {
  if (isFile && manifest === undefined && !workspace.smsOf(uri)) return { wrong: `There is no evidence in "${path}".` };
  const own = isFile ? workspace.smsOf(uri)?.folder : manifest;
  const smss = workspace.smss.filter((sms) => own === undefined || sms.folder === own);
  const [sms, ...others] = smss;
  if (!sms) return { wrong: `There is no evidence in "${path}".` };
  if (others.length > 0) {
    const folders = smss.map(({ folder }) => pathFrom(cwd, folder)).join(', ');
    return { wrong: `There are several management systems below, and each has a baseline of its own: name one of ${folders}.` };
  }
  const all = sms.reader().all(BASELINE);
  const files = [...new Set(all.map(({ doc }) => doc.slice(0, doc.lastIndexOf('#'))))];
  const [file, ...more] = files;
  if (file === undefined) return begun(sms, cwd);
  if (more.length > 0) {
    return { wrong: `There are several baselines: ${files.map((f) => pathFrom(cwd, f)).join(', ')}. Put their lines into one of them.` };
  }
  return shorter(sms, file, String(all[0]?.id), pathFrom(cwd, file));
}

function begun(sms: Sms, cwd: string): Baseline {
  const lines = sms.foundNow;
  if (lines.length === 0) return { says: `Nothing is found in "${pathFrom(cwd, sms.folder)}": no baseline is needed.` };
  const uri = `${sms.folder}/${ID}.${BASELINE}.yaml`;
  const many = number(sum(lines), 'finding is', 'findings are');
  return {
    says: `Written: ${pathFrom(cwd, uri)}. ${many} not shown from now on; what is new is. Run this again now and then: it takes out what is mended.`,
    write: { file: fileURLToPath(uri), text: baselineText(ID, lines), isNew: true },
  };
}

/** Without what is gone. Nothing is ever added. */
function shorter(sms: Sms, uri: string, id: string, shown: string): Baseline | Wrong {
  const wrong = unreadable(sms, uri);
  if (wrong !== undefined) {
    return { wrong: `"${shown}" can't be read wholly: ${wrong} Mend it, or delete the file and begin anew. Nothing was written.` };
  }
  const now = new Map(sms.foundNow.map((line) => [keyOf(line), line.count]));
  const listed = new Map<string, Line>();
  for (const { at: _at, ...line } of oldFindings(sms.reader())) {
    const count = Math.max(line.count, listed.get(keyOf(line))?.count ?? 0);
    listed.set(keyOf(line), { ...line, count });
  }
  const before = [...listed.values()];
  const left = before.flatMap((line) => {
    const count = Math.min(line.count, now.get(keyOf(line)) ?? 0);
    return count > 0 ? [{ ...line, count }] : [];
  });
  const gone = sum(before) - sum(left);
  const fresh = [...now].reduce((n, [key, count]) => n + Math.max(0, count - (listed.get(key)?.count ?? 0)), 0);
  const news = newWords(fresh);
  if (gone === 0) return { says: `Nothing of ${shown} is gone, so it stays as it is.${news}` };
  const rest = left.length === 0 ? 'Nothing is left: the file can be deleted.' : `${number(sum(left), 'is', 'are')} left.`;
  return {
    says: `${shown}: of ${number(sum(before), 'finding', 'findings')} ${number(gone, 'is', 'are')} gone and taken out. ${rest}${news}`,
    write: { file: fileURLToPath(uri), text: baselineText(id, left), isNew: false },
  };
}

function newWords(fresh: number): string {
  if (fresh === 0) return '';
  const [is, were, them] = fresh === 1 ? ['finding is', 'was', 'it'] : ['findings are', 'were', 'them'];
  return ` ${fresh} ${is} new and ${were} not taken in: mend ${them}, or have ${them} waived.`;
}

/** Why the file isn't a baseline and nothing else; undefined where it is. */
function unreadable(sms: Sms, uri: string): string | undefined {
  const file = sms.files.get(uri);
  if (file?.documents.length !== 1) return 'there are other documents in it.';
  return sms.findings(uri).find((f) => f.severity === 'error')?.message;
}

const sum = (lines: readonly Line[]): number => lines.reduce((n, { count }) => n + count, 0);
const number = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
