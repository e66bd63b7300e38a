// What an id stands for, in Markdown. Must not know any sort by name.
import { nameOf, sortTitle } from '../assess/context';
import type { Knowledge } from '../knowledge/knowledge';
import type { Schema } from '../knowledge/types';
import type { Thing } from '../model/pack';
import type { Reader } from '../model/reader';
import { targetsOf } from '../model/targets';

/** Versions side by side are told one after the other, at most these. */
const MOST = 3;

/** What a reference means; undefined where it means nothing that is known. */
export function referenceWords(id: string, schema: Schema, knowledge: Knowledge, reader: Reader): string | undefined {
  const word = schema['x-words']?.[id];
  if (word !== undefined) return `**${id}**: ${word}`;
  const refers = [schema['x-refers'] ?? []].flat();
  const things = refers.length === 0 ? [] : reader.target({ refers, id });
  return things.length === 0
    ? undefined
    : things
        .slice(0, MOST)
        .map((thing) => thingWords(thing, knowledge, reader))
        .join('\n\n');
}

function thingWords(thing: Thing, knowledge: Knowledge, reader: Reader): string {
  const { version, status } = thing.frame.says;
  const whole = thing.path.length === 0;
  const about = [
    sortTitle(knowledge, thing.sort),
    `\`${thing.id}\``,
    whole && version !== undefined && `version ${String(version)}`,
    whole && status !== undefined && String(status),
  ];
  const targets = targetsOf(thing, reader).map((t) =>
    [t.priority, t.metric.replaceAll('-', ' '), t.target, t.window === 'case' || t.window === undefined ? undefined : `(${t.window})`]
      .filter(Boolean)
      .join(' '),
  );
  const lines = [
    `**${nameOf(thing, reader)}** · ${about.filter(Boolean).join(' · ')}`,
    // Versions of its document may lie side by side.
    `in ${fileLink(thing)}${whole || version === undefined ? '' : `, version ${String(version)}`}`,
    targets.length > 0 && `Targets: ${targets.join('; ')}`,
  ];
  return lines.filter(Boolean).join('  \n');
}

function fileLink({ doc }: Thing): string {
  const uri = doc.slice(0, doc.lastIndexOf('#'));
  return `[${decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))}](${uri})`;
}
