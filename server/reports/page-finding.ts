// The page of a finding: what it says, why, and what to do; for checks, for what a thing lacks or is late with, and for all other
// findings. Must not know any of them by name.
import type { Demand, Finding, Lack } from '../knowledge/types';
import { fill, type NamedRule } from '../rules/rule';
import { code, list, section, text } from './markdown';
import type { Source } from './page';
import { demandLine, openWords, placesIn, populationWords, severityWords } from './page-words';

/** What any finding has to say for itself. */
interface Said {
  readonly severity: string;
  /** The first is what it says, the others what it may say instead or beside. */
  readonly says: readonly { readonly when?: string; readonly words: string }[];
  readonly do: string;
  readonly why: readonly string[];
  /** How it comes about. */
  readonly how?: string;
  /** Whom it is asked of. */
  readonly of?: string;
  readonly example?: Readonly<Record<string, string>> | undefined;
  readonly demands: readonly Demand[];
}

export function rulePage(rule: NamedRule, source: Source): string[] {
  const { demands, populations } = source.knowledge;
  const asked = demands.filter((d) => rule.demands.includes(d.id));
  const each = [rule.each].flat().flatMap((name) => populations.get(name) ?? []);
  return findingPage(
    {
      severity: `${code(rule.severity)}, ${severityWords[rule.severity]}`,
      says: [
        { words: rule.says },
        { when: 'At the other place', words: rule.because },
        ...(rule.works === undefined ? [] : [{ when: 'Where one points at a figure, be it wrong or not', words: rule.works }]),
      ],
      do: rule.do,
      why: asked.map((d) => text(d.why)),
      how: text(rule.about),
      of: list(each.map(populationWords)),
      example: rule.example,
      demands: asked,
    },
    source,
  );
}

export function lackPage(lack: Lack, demand: Demand, source: Source): string[] {
  const { says, never, undated, because } = lack;
  return findingPage(
    {
      severity: `${code('error')}, or ${code('information')} where the edition in force doesn't demand it`,
      says: [
        { words: says },
        ...(never === undefined ? [] : [{ when: 'Where it was never done', words: never }]),
        ...(undated === undefined ? [] : [{ when: 'Where nobody says since when it should have been done, either', words: undated }]),
        ...(because === undefined ? [] : [{ when: 'At the last proof', words: because }]),
      ],
      do: lack.do,
      why: [text(demand.why)],
      ...(demand.each && { of: populationWords(demand.each) }),
      demands: [demand],
    },
    source,
  );
}

export function wordedPage(finding: Finding, source: Source): string[] {
  return findingPage(
    {
      severity: `${code(finding.severity)}, ${severityWords[finding.severity]}`,
      says: [{ words: finding.says }, ...(finding.because === undefined ? [] : [{ when: 'At the other place', words: finding.because }])],
      do: finding.unfixed === undefined ? finding.do : `${finding.do} No quick-fix is offered, because ${finding.unfixed}.`,
      why: [text(finding.about)],
      example: finding.example,
      demands: source.knowledge.demands.filter((d) => d.id === finding.demand),
    },
    source,
  );
}

function findingPage(said: Said, source: Source): string[] {
  const [first, ...others] = said.says;
  const example = said.example && fill(first?.words ?? '', said.example);
  return [
    openWords(first?.words ?? ''),
    ...(others.length > 0 ? [list(others.map(({ when, words }) => `${when}: ${openWords(words)}`))] : []),
    ...(example === undefined ? [] : [`For example: ${text(example)}`]),
    ...places(said, source),
    ...section('Why', ...said.why),
    ...section('What to do', openWords(said.do)),
    ...section('How it is found', said.how),
    ...section('How grave it is', `Severity: ${said.severity}.`),
    ...section('What it is asked of', said.of),
    ...section('Demands', list(said.demands.map((demand) => demandLine(demand, source)))),
  ];
}

/** What stands in the places of its words; an example tells it at once. */
function places({ says, do: advice, example }: Said, { knowledge }: Source): string[] {
  if (example) return [];
  const explained = placesIn([...says.map((s) => s.words), advice]).flatMap((name) => {
    const words = knowledge.messagePlaces.get(name);
    return words === undefined ? [] : [`‹${name}›: ${text(words)}`];
  });
  return explained.length > 0 ? ['What stands between ‹ and › comes from your documents:', list(explained)] : [];
}
