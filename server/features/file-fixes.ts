// Fixes that make or rename whole files: the manifest, a name that says another kind, the document that a thing lacks.
// Must not know any kind, demand or finding of one by name.
import { suffixOf } from '../assess/classify';
import type { EvidenceFile } from '../assess/file';
import { documentOf, type Located } from '../assess/located';
import type { Knowledge } from '../knowledge/knowledge';
import type { Demand, Kind } from '../knowledge/types';
import type { Reader } from '../model/reader';
import type { Fix } from './fix';
import { replaceWord } from './replace-word';
import { creation, started } from './start';
import { templateTokens } from './template';

type Offer = Pick<Fix, 'title' | 'edits' | 'files' | 'preferred'>;

export function fileFixes(finding: Located, file: EvidenceFile, knowledge: Knowledge, reader: Reader): Fix[] {
  const { code } = finding.finding;
  const offers =
    code === 'kind-differs-from-name'
      ? oneKind(finding, file, knowledge, reader)
      : code === 'no-manifest'
        ? manifest(knowledge, reader)
        : lacked(finding, file, knowledge, reader);
  return offers.map((offer) => ({ ...offer, kind: 'quickfix', finding }));
}

/** Either may be right. */
function oneKind({ finding, at }: Located, { uri, read }: EvidenceFile, knowledge: Knowledge, reader: Reader): Offer[] {
  const suffix = suffixOf(uri, knowledge);
  const kind = 'at' in finding ? read.text.slice(at.start, at.end).replace(/^(["'])(.*)\1$/, '$2') : undefined;
  if (suffix === undefined || kind === undefined) return [];
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  const to = name.replace(new RegExp(`\\.${suffix}(?=\\.ya?ml$)`, 'i'), `.${kind}`);
  const renamed = uri.slice(0, -name.length) + to;
  const replaced = replaceWord(read.text, at, suffix);
  return [
    ...(to === name || reader.hasFile(renamed)
      ? []
      : [
          {
            title: `Rename the file to "${decodeURIComponent(to)}"`,
            preferred: false,
            edits: [],
            files: [{ is: 'rename' as const, uri, to: renamed }],
          },
        ]),
    ...(replaced ? [{ title: `Change "${kind}" to "${suffix}", as the name says`, preferred: false, edits: [replaced.edit] }] : []),
  ];
}

function manifest(knowledge: Knowledge, reader: Reader): Offer[] {
  const kind = [...knowledge.kinds.values()].find((k) => k.form === 'manifest');
  const uri = kind && `${reader.pack.folder}/${kind.kind}.yaml`;
  if (!kind || !uri || reader.hasFile(uri)) return [];
  const files = [creation(uri, templateTokens(kind, undefined, '\n', reader))];
  return [{ title: `Create "${kind.kind}.yaml" from its template`, preferred: true, edits: [], files }];
}

/** The document that proves what is lacked, about the thing that lacks it. */
function lacked({ finding }: Located, file: EvidenceFile, knowledge: Knowledge, reader: Reader): Offer[] {
  const demand = knowledge.demands.find(({ lacks, overdue }) => lacks?.id === finding.code || overdue?.id === finding.code);
  const about = demand?.each && 'at' in finding ? { sort: demand.each.of, id: finding.values.id ?? '' } : undefined;
  const own = 'at' in finding ? documentOf(finding.at.doc, new Map([[file.uri, file]]))?.document.evidence?.kind.kind : undefined;
  const kind = demand && proving(demand, knowledge, own);
  const start = kind && about && started(kind, about.id, file.uri, reader, { about: new Map([[about.sort, about.id]]) });
  return start
    ? [{ title: `Start a ${kind.title} for "${about.id}" in "${start.name}"`, preferred: false, edits: [], files: [start.change] }]
    : [];
}

/** The kind of document that a demand's evidence is first looked for in, but for the one that lacks it. */
function proving({ evidence, each }: Demand, { kinds }: Knowledge, own: string | undefined): Kind | undefined {
  const heads = evidence.flat().flatMap((e) => ('path' in e ? [e.path.head] : []));
  return heads.filter((head) => head !== own && head !== each?.of).flatMap((head) => kinds.get(head) ?? [])[0];
}
