// The same mend wherever the same is found: in the file, and in all of the SMS. Only what leaves no choice; must not know any finding by name.
import type { Files, Located } from '../assess/located';
import type { Knowledge } from '../knowledge/knowledge';
import type { Reader } from '../model/reader';
import type { FileChange, Fix } from './fix';
import { fixes, safely } from './fixes';

/** `here`: what is offered at a place; `inFile`: what is found in a file of the SMS, where something of that code is. */
export function alikeFixes(
  here: readonly Fix[],
  uri: string,
  inFile: (uri: string, code: string) => readonly Located[],
  knowledge: Knowledge,
  reader: Reader,
  files: Files,
): Fix[] {
  const codes = new Map(here.flatMap((fix) => (fix.safe ? [[fix.finding.finding.code, fix] as const] : [])));
  return [...codes].flatMap(([code, { finding }]): Fix[] => {
    const mends = [...files.values()].flatMap((file) => {
      const found = inFile(file.uri, code).filter((l) => l.finding.code === code);
      const edits = found.length > 0 ? safely(fixes(file, found, knowledge, reader, files)) : [];
      return edits.length > 0 ? [{ uri: file.uri, edits }] : [];
    });
    const own = mends.find((m) => m.uri === uri)?.edits ?? [];
    const others = mends.filter((m) => m.uri !== uri).map((m): FileChange => ({ is: 'edit', ...m }));
    const all = mends.reduce((sum, m) => sum + m.edits.length, 0);
    const fix = { kind: 'quickfix', preferred: false, finding, edits: own } as const;
    return [
      ...(own.length > 1 ? [{ ...fix, title: `Mend all ${own.length} of this sort in this file` }] : []),
      ...(others.length > 0 ? [{ ...fix, title: `Mend all ${all} of this sort in ${mends.length} files`, files: others }] : []),
    ];
  });
}
