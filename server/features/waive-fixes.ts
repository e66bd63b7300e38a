// For a gap that can't be mended now: begins the waiver that would allow it to stand, in a file of its own. What it names is filled in;
// reason, approver and last day are asked, and until it is agreed nothing is waived. Must not know any demand, rule or kind but its own by name.
import type { EvidenceFile } from '../assess/file';
import type { Spot } from '../assess/finding';
import { documentOf, type Located } from '../assess/located';
import type { Knowledge } from '../knowledge/knowledge';
import type { Kind } from '../knowledge/types';
import type { Thing } from '../model/pack';
import type { Reader } from '../model/reader';
import { scalarText } from '../model/yaml-text';
import type { Fix } from './fix';
import { started } from './start';
import { toId } from './to-id';

const WAIVER = 'waiver';

/** Only what a demand or a check says: a wrong word or reference can be mended, and a draft isn't held to anything yet. */
export function waiveFixes(located: Located, file: EvidenceFile, knowledge: Knowledge, reader: Reader): Fix[] {
  const { finding, whole } = located;
  const kind = knowledge.kinds.get(WAIVER);
  const document = 'at' in finding ? documentOf(finding.at.doc, new Map([[file.uri, file]]))?.document.evidence : undefined;
  if (
    !('at' in finding) ||
    !kind ||
    !document ||
    document.kind === kind ||
    whole ||
    knowledge.findings.has(finding.code) ||
    finding.severity === 'hint'
  )
    return [];
  const field = knowledge.demands.some(({ id }) => id === finding.code) ? 'demand' : 'finding';
  const thing = thingAt(finding.at, reader);
  const known = new Map([
    [field, finding.code],
    ['where', thing ? `${thing.sort}/${thing.id}` : decodeURIComponent(file.uri.slice(reader.pack.folder.length + 1))],
  ]);
  const id = toId(`${thing?.id ?? document.kind.kind} ${finding.code}`);
  const start = started(about(kind, known), id, file.uri, reader);
  return start
    ? [
        {
          title: `Let it stand for a while: begin the waiver "${start.name}"`,
          kind: 'quickfix',
          preferred: false,
          finding: located,
          edits: [],
          files: [start.change],
        },
      ]
    : [];
}

/** The kind with what is known in its template; of the two lines that may say what is waived, the other one is not asked. */
function about(kind: Kind, known: ReadonlyMap<string, string>): Kind {
  const lines = kind.template.split('\n').flatMap((line) => {
    const field = line.slice(0, line.indexOf(':'));
    const value = known.get(field);
    if (value !== undefined) return [`${field}: ${scalarText(value, false)}`];
    return EITHER.includes(field) ? [] : [line];
  });
  return { ...kind, template: lines.join('\n') };
}

const EITHER = ['finding', 'demand'];

/** The innermost thing with an id that holds a spot: all that is waived. */
function thingAt({ doc, path }: Spot, reader: Reader): Thing | undefined {
  const root = reader.root({ doc });
  return [...(root ? [root] : []), ...reader.inside({ doc })]
    .filter((thing) => !thing.id.includes('#') && thing.path.every((key, i) => key === path[i]))
    .sort((a, b) => b.path.length - a.path.length)[0];
}
