// The issues of a report that was described. Must not know what is looked for in them.
import type { Thing } from './pack';
import type { Reader } from './reader';
import { standing } from './standing';

/** All that say they follow the description and count in the audit period, each once. */
export function issuesOf(description: Thing, pack: Reader): readonly Thing[] {
  const about = pack.references(description).filter((r) => r.kind === 'service-report' && r.schema['x-about'] === true);
  return [...new Set(about.flatMap((r) => pack.root(r) ?? []))].filter((issue) => standing(issue, pack) === 'counts');
}
