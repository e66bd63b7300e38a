// The page of a demand: what is asked, why, what an auditor looks at, of whom, and what proves it. Must not know any demand by name.
import { MAPPING } from '../knowledge/proves';
import type { Demand } from '../knowledge/types';
import { list, section, text } from './markdown';
import { type Source, toPage } from './page';
import { evidenceLines, intervalWords } from './page-evidence';
import { basisWords, findingLink, openWords, populationWords, termLink } from './page-words';

export function demandPage(demand: Demand, source: Source): string[] {
  const { iso2018, only, stage, every, due, within, joined, each, evidence } = demand;
  const clause = toPage('clauses', demand.process.clause, demand.process.name, source);
  const clauses = [
    only === 2018 ? `not in the 2011 edition, kept with ${clause}` : `${clause} in the 2011 edition`,
    iso2018 === '-' ? 'not in the 2018 edition' : `${iso2018} in the 2018 edition`,
  ];
  return [
    text(demand.demand),
    list([`Clause: ${clauses.join('; ')}`, `Stage: ${stage}`, `Basis: ${basisWords(demand)}`]),
    ...(iso2018 === '-' ? [] : [MAPPING]),
    ...section('Why it is asked', text(demand.why)),
    ...section('What an auditor looks at', text(demand.auditor)),
    ...section('What is usually found wrong', text(demand.nonconformity)),
    ...section('What it holds for', each ? populationWords(each) : 'Once for the whole management system.'),
    ...section(
      'What proves it',
      list(evidenceLines(demand, source)),
      evidence.length > 1 ? (joined ? TOGETHER : ALL) : undefined,
      every &&
        `The planned interval is ${intervalWords(every, source)}. The latest proof may be no older than that, with the grace of the manifest${due ? `, and with the time until the next one is due: ${intervalWords(due, source)}` : ''}.`,
      within && `It may follow within a time: ${intervalWords(within, source)}.`,
    ),
    ...section('Findings that speak of it', list(findings(demand, source))),
    ...section('Words', termsOf(demand, source)),
  ];
}

const ALL = 'All of these are needed. What is asked of one kind of document has to stand together in one.';
const TOGETHER = 'All of these are needed. Documents about the same are taken together, as if they were one.';

/** What is missing in a document has the demand's own id as its code. */
function findings(demand: Demand, source: Source): string[] {
  const { knowledge, rules } = source;
  const own = !demand.joined && demand.evidence.flat().some((e) => 'path' in e && e.path.fields.length > 0);
  const words = knowledge.findings.get('missing-content');
  const lacks = [demand.lacks, demand.overdue].flatMap((lack) => (lack ? [[lack.id, lack.says] as const] : []));
  const named = [...knowledge.findings].flatMap(([id, f]) => (f.demand === demand.id ? [[id, f.says] as const] : []));
  const checks = rules.flatMap((rule) => (rule.demands.includes(demand.id) ? [[rule.id, rule.says] as const] : []));
  return [
    ...(own && words ? [`${demand.id}, this demand's own id, where something of it is missing: ${openWords(words.says)}`] : []),
    ...[...lacks, ...named, ...checks].map(([id, says]) => `${findingLink(id, source)}: ${openWords(says)}`),
  ];
}

function termsOf(demand: Demand, source: Source): string {
  const terms = source.knowledge.glossary.filter((term) => term.demands?.includes(demand.id));
  return terms.map(({ term }) => termLink(term, source)).join(', ');
}
