// What there is to say about a field, in Markdown: for hovers, and beside a completion. Must not know any demand, kind or field by name.

import { applies } from '../assess/context';
import { clausesOf } from '../knowledge/proves';
import type { Demand, Edition, Schema } from '../knowledge/types';
import { fieldText } from '../model/yaml-text';
import type { Need, Needed } from './needed';

/** More demands than this are only counted, since a hover is read at a glance. */
const MOST = 2;

/** The field by name, what it is for, what it proves, an example. At most fourteen lines. */
export function fieldWords(key: string, schema: Schema, demands: readonly Demand[], need?: string, edition?: Edition): string {
  const [example] = schema.examples ?? [];
  return [
    schema.title === undefined || schema.title === key ? `**${key}**` : `**${schema.title}** · \`${key}\``,
    schema.description,
    demands.length > 0 ? demandWords(demands, edition) : undefined,
    need,
    example === undefined ? undefined : `\`\`\`yaml\n${fieldText(key, example, demands.length > MOST ? 1 : 2)}\n\`\`\``,
  ]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

/** One line for each demand, with its clauses, what an auditor looks at and what is usually found wrong. */
function demandWords(demands: readonly Demand[], edition: Edition | undefined): string {
  const lines = demands
    .slice(0, MOST)
    .map((d) => `- **${clausesOf(d, edition)}** ${d.demand} *An auditor ${lowerFirst(d.auditor)}* Often found wrong: ${d.nonconformity}`);
  const more = demands.length - MOST;
  return [...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
}

/** Whether it is needed here. `demands`: those that it proves, of either edition. `idle`: its document is withdrawn, or of another time. */
export function needWords({ need }: Needed, edition: Edition, demands: readonly Demand[], idle = false): string {
  const words: Readonly<Record<Need, string>> = {
    always: 'Always needed, in a draft too.',
    mandatory: `Mandatory here (${edition} edition).`,
    usual: `Usual evidence: the ${edition} edition does not demand it, but auditors ask for it.`,
    optional: demands.length === 0 ? 'Optional.' : idle ? IDLE : elsewhereWords(demands, edition),
  };
  return words[need];
}

const IDLE = 'Nothing is asked of this document today: it is withdrawn, not in force, or outside the audit period.';

/** Of what proves something, and yet isn't missing where it isn't written. */
function elsewhereWords(demands: readonly Demand[], edition: Edition): string {
  const asked = demands.filter((demand) => applies(demand, edition));
  if (asked.length === 0) return `Not asked for (${edition} edition).`;
  return asked.some(({ joined }) => joined)
    ? `Asked of all such documents together (${edition} edition): any one of them may hold it.`
    : `Asked for (${edition} edition), but not in every place: it may stand elsewhere, or nothing here calls for it.`;
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
