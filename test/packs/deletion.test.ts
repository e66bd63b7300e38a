// That each document of the complete and small packs is missed when it is gone, and only where it should be: by what it proved, by
// what refers to it, by what now lacks it.
import assert from 'node:assert/strict';
import type { DemandCoverage, State } from '../../server/assess/coverage';
import type { FileFinding } from '../../server/assess/file';
import type { Instance } from '../../server/assess/subject';
import type { Indexed } from '../../server/model/pack';
import type { Sms } from '../../server/workspace/sms';
import { folderUri, judged, readPack } from '../guards/pack';

const TODAY = '2026-11-24';

/** What a demand or one of those it holds for may come to when a proof is gone. */
const GONE: readonly State[] = ['missing', 'partly', 'overdue', 'not due yet', 'none recorded', 'no instance', 'open', 'cannot tell'];

/** From worst to best. */
const RANK: readonly State[] = ['contradicted', 'missing', 'overdue', 'open', 'cannot tell', 'partly', 'not due yet', 'evidenced'];

/** A reference to something that isn't there. */
const BROKEN_REFERENCE = /^unknown-(reference|record)$/;

interface Picture {
  readonly coverage: ReadonlyMap<string, DemandCoverage>;
  readonly findings: ReadonlyMap<string, FileFinding>;
}

function picture(sms: Sms): Picture {
  const demands = sms.coverage().demands;
  const found = [...sms.files.keys()].flatMap((uri) => sms.findings(uri));
  return {
    coverage: new Map(demands.map((d) => [d.demand.id, d])),
    findings: new Map(found.map((f) => [`${f.at.doc} ${f.at.path.join('/')} ${f.code}`, f])),
  };
}
