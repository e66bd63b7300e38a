// For hours that stand in words where a calendar is named: begins that calendar with them, and names it. Must not know any kind but its own by name.
import type { EvidenceFile } from '../assess/file';
import type { Located } from '../assess/located';
import type { Knowledge } from '../knowledge/knowledge';
import { type WeekMeant, weekMeant } from '../knowledge/meant-hours';
import type { Kind } from '../knowledge/types';
import type { Reader } from '../model/reader';
import type { Fix } from './fix';
import { replaceWord } from './replace-word';
import { started } from './start';
import { toId } from './to-id';

export function hoursFixes(finding: Located, file: EvidenceFile, knowledge: Knowledge, reader: Reader): Fix[] {
  const { code, values } = finding.finding;
  const kind = knowledge.kinds.get('calendar');
  const week = code === 'hours-in-words' ? weekMeant(values.id ?? '') : undefined;
  if (!kind || !week) return [];
  const id = toId(values.id ?? '').toLowerCase();
  const start = started(withWeek(kind, week), id, file.uri, reader, { exact: true });
  const named = replaceWord(file.read.text, finding.at, id);
  if (!start || !named) return [];
  const title = `Write them as the calendar "${id}" in "${start.name}", and name it here`;
  return [{ title, kind: 'quickfix', preferred: false, finding, edits: [named.edit], files: [start.change] }];
}

/** The kind with that week in its template; its holidays are still asked. */
function withWeek(kind: Kind, { days, hours }: WeekMeant): Kind {
  const template = kind.template
    .replace(/^( +- days:)\n +- <[^\n]*$/m, `$1 [${days.join(', ')}]`)
    .replace(/^( +hours:) <[^\n]*$/m, `$1 ${hours}`);
  return { ...kind, template };
}
