// The command `check`: which files were asked for, and what is found in them. Must not word findings.
import { type Files, locateAll, questionsAsOne } from '../assess/located';
import type { Host } from '../host/host';
import type { Lookup } from '../model/layered';
import type { Indexed } from '../model/pack';
import { type CheckReport, Places } from '../reports/report';
import type { Sms } from '../workspace/sms';
import { canonical } from '../workspace/uri';
import type { Workspace } from '../workspace/workspace';
import { pathFrom, type Target } from './paths';

export interface Checked {
  readonly report: CheckReport;
  /** Those in which there is no evidence. */
  readonly without: readonly Target[];
}

/**
 * `workspace` is settled. `group`: many missing contents in one place as one, many open questions of a document too, and without what a
 * baseline lists.
 */
export async function check(
  targets: readonly Target[],
  workspace: Workspace,
  surroundings: { readonly cwd: string; readonly host: Host; readonly tool: string },
  group: boolean,
): Promise<Checked> {
  const { cwd, host, tool } = surroundings;
  const asked = new Map<string, Sms>();
  const without: Target[] = [];
  for (const target of targets) {
    const uris = target.isFile ? [target.uri] : (await host.list(target.uri)).map(canonical);
    const evidence = uris.filter((uri) => isEvidence(uri, workspace.smsOf(uri)));
    if (evidence.length === 0) without.push(target);
    for (const uri of evidence) {
      const sms = workspace.smsOf(uri);
      if (sms) asked.set(uri, sms);
    }
  }
  const smss = [...new Set(asked.values())];
  const files: Files = new Map(smss.flatMap((sms) => [...sms.files]));
  const pack: { readonly documents: Lookup<Indexed> } = { documents: new Map(smss.flatMap((sms) => [...sms.engine.pack.documents])) };
  const places = new Places(files, pack, (uri) => pathFrom(cwd, uri));
  let old = 0;
  const found = [...asked].map(([uri, sms]) => {
    const file = sms.files.get(uri);
    const all = sms.findings(uri);
    const shown = all.filter((f) => !f.old);
    old += all.length - shown.length;
    const located = file ? locateAll(group ? shown : all, file, sms.files, sms.knowledge, group) : [];
    return { uri, found: group ? questionsAsOne(located) : located };
  });
  found.sort((a, b) => (places.pathOf(a.uri) < places.pathOf(b.uri) ? -1 : 1));
  return { report: { tool, today: smss[0]?.engine.today ?? workspace.clock(), files: found, old, places }, without };
}

/** It says that it is evidence, evidence points to its rows, or something is found in it because its name says so. */
function isEvidence(uri: string, sms: Sms | undefined): boolean {
  const file = sms?.files.get(uri);
  if (sms?.exports.has(uri)) return file !== undefined;
  return file !== undefined && (file.documents.some((d) => d.class.is !== 'foreign') || (sms?.findings(uri) ?? []).length > 0);
}
