// That each document of the complete packs, and of the small one, is missed when it is gone, and only where it should be: by the
// demands that it proved, by what refers to it, and by what now lacks it.
import assert from 'node:assert/strict';
import path from 'node:path';
import type { DemandCoverage, State } from '../../server/assess/coverage';
import type { Finding } from '../../server/assess/finding';
import type { Instance } from '../../server/assess/subject';
import { loadKnowledge } from '../../server/knowledge/knowledge';
import { valueAtPath } from '../../server/knowledge/schema';
import type { Demand } from '../../server/knowledge/types';
import type { Indexed } from '../../server/model/pack';
import type { Sms } from '../../server/workspace/sms';
import { folderUri, judged, readPack } from '../guards/pack';

const TODAY = '2026-11-24';
const PACKS = ['small', 'complete-2011', 'complete-2018'];

/** What a demand comes to when what proved it is gone. */
const LACKING: readonly State[] = ['missing', 'partly', 'overdue', 'not due yet'];

const knowledge = loadKnowledge();
/** Kinds that record what happened by itself: none is asked for. */
const events = new Set([...knowledge.populations.values()].filter((p) => p.empty === 'none-recorded').map((p) => p.of));

interface Picture {
  readonly demands: ReadonlyMap<string, DemandCoverage>;
  readonly findings: readonly Finding[];
}

function picture(sms: Sms): Picture {
  const found = [...sms.files.keys()].flatMap((uri) => sms.findings(uri));
  return {
    demands: new Map(sms.coverage().demands.map((d) => [d.demand.id, d])),
    findings: found.flatMap((f) => ('at' in f ? [f] : assert.fail(f.message))),
  };
}

/** Every document in a file of its own, so that it can be taken away. */
function apart(texts: ReadonlyMap<string, string>): Map<string, string> {
  const documents = [...texts].flatMap(([uri, text]): [string, string][] => {
    if (!uri.endsWith('.yaml')) return [[uri, text]];
    return text.split(/^---\n/m).map((document, i) => [i === 0 ? uri : uri.replace(/yaml$/, `${i}.yaml`), document]);
  });
  return new Map(documents);
}

/** Ids of all that stood in a document. */
const idsIn = ({ root, groups }: Indexed): ReadonlySet<string> => new Set([root, ...groups.flatMap((g) => g.things)].map((t) => t.id));

const placeOf = ({ label, at }: Instance): string => `${label} at ${at?.doc} ${at?.path.join('/')}`;

const isProvedBy = ({ proofs }: Instance, doc: string): boolean => proofs.length > 0 && proofs.every((p) => p.doc === doc);

/** A check that is part of the demand's evidence, and that finds what is lacking by itself. */
const hasRule = ({ evidence }: Demand): boolean => evidence.flat().some((e) => 'rule' in e);

/** What is wrong with how a demand stands once a document is gone; nothing, mostly. */
function wrongWith(before: DemandCoverage, after: DemandCoverage | undefined, doc: string): string[] {
  const { demand } = before;
  const own = before.instances.filter((i) => i.at?.doc === doc);
  // Without the manifest nobody says which edition is asked.
  if (!after) return doc.endsWith('/sms.yaml#0') ? [] : [`${demand.id} is no longer asked`];
  const lacks = LACKING.includes(after.state) || (after.state === 'contradicted' && hasRule(demand));
  const isNone = (after.state === 'none recorded' || after.state === 'missing') && own.length === before.instances.length && own.length > 0;
  const cantTell = after.state === 'cannot tell' && hasRule(demand);
  const now = new Map(after.instances.map((i) => [placeOf(i), i]));
  const alone = before.instances.filter((i) => i.at?.doc !== doc && isProvedBy(i, doc));
  const stateNow = (i: Instance) => now.get(placeOf(i))?.state;
  const kept = alone.filter((i) => stateNow(i) === 'evidenced');
  const notDueYet = alone.every((i) => stateNow(i) === 'not due yet');
  return [
    ...(after.state !== before.state && !lacks && !isNone && !cantTell ? [`${demand.id} turns ${after.state}: ${after.reason}`] : []),
    ...(alone.length > 0 && !notDueYet && !lacks && !cantTell ? [`${demand.id} is ${after.state}, though only this proved it`] : []),
    ...kept.map((i) => `${demand.id} is still evidenced for ${placeOf(i)}`),
    ...(after.of?.total === before.of?.total && (after.of?.evidenced ?? 0) > (before.of?.evidenced ?? 0)
      ? [`${demand.id} got better`]
      : []),
  ];
}

/** Whether a demand lost something by it: a proof, or the state it was in. */
function lost(before: DemandCoverage, after: DemandCoverage | undefined, doc: string): boolean {
  return (
    after?.state !== before.state ||
    after.of?.evidenced !== before.of?.evidenced ||
    before.instances.some((i) => i.proofs.some((p) => p.doc === doc))
  );
}

describe('a document that is gone', () => {
  for (const name of PACKS) {
    describe(`from ${name}`, () => {
      const texts = apart(readPack(name));
      let sms: Sms;
      let whole: Picture;

      before(async () => {
        const [only] = (await judged(new Map(texts), [folderUri(name)], () => TODAY)).smss;
        assert.ok(only);
        sms = only;
        whole = picture(sms);
        assert.deepEqual(whole.findings, []);
      });

      for (const [uri, text] of texts) {
        if (!uri.endsWith('.yaml')) continue;
        it(`is missed where it should be: ${path.basename(uri)}`, () => {
          const gone = sms.engine.pack.documents.get(`${uri}#0`);
          assert.ok(gone);
          sms.setTexts([{ uri }]);
          sms.engine.settle();
          const after = picture(sms);
          const refers = ({ at }: Finding) => {
            const there = sms.engine.pack.documents.get(at.doc)?.document.data;
            return idsIn(gone).has(String(there && valueAtPath(there, at.path)));
          };
          const isLack = ({ demands }: Finding) =>
            demands.some((id) => {
              const demand = whole.demands.get(id);
              return demand !== undefined && lost(demand, after.demands.get(id), gone.document.key);
            });
          const isManifest = gone.root.sort === 'sms';
          const wrong = [
            ...[...whole.demands].flatMap(([id, d]) => wrongWith(d, after.demands.get(id), gone.document.key)),
            ...after.findings
              .filter((f) => !refers(f) && !isLack(f) && !(isManifest && f.code === 'no-manifest'))
              .map((f) => `found: ${f.code}, ${f.message}`),
            ...after.findings.filter((f) => events.has(gone.root.sort) && f.severity === 'error').map((f) => `an error: ${f.message}`),
          ];
          sms.setTexts([{ uri, text }]);
          sms.engine.settle();
          assert.deepEqual(wrong, []);
        });
      }

      it('is there again, and nothing is missed', () => {
        assert.deepEqual(picture(sms), whole);
      });
    });
  }
});
