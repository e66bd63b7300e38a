// That what the product knows is whole: demands can be proved, populations counted, findings worded, kinds started from a template.
import assert from 'node:assert/strict';
import { readGathered } from '../../server/knowledge/gathered/data';
import { loadKnowledge } from '../../server/knowledge/knowledge';
import type { Gathered, RawClause, RawDemand, RawPopulation, Term } from '../../server/knowledge/types';
import { rules } from '../../server/rules/gathered';
import type { NamedRule } from '../../server/rules/rule';
import { glossaryFaults, statementFaults } from './glossary';
import { demandFaults, populationFaults, type Whole } from './grammar';
import { idFaults, ruleFaults, templateFaults } from './kinds';
import { wordingFaults } from './plain-words';
import { partsOf } from './schemas';
import { readSources, type Sources } from './source';
import { codesIn, wordFaults } from './words';

const whole: Whole = { knowledge: loadKnowledge(), rules };

/** All faults of what was gathered, with the rules. */
function faults(gathered: Gathered, others: readonly NamedRule[] = rules): string[] {
  try {
    const all = { knowledge: loadKnowledge(gathered), rules: others };
    return [
      ...demandFaults(all),
      ...populationFaults(all),
      ...idFaults(gathered, all),
      ...ruleFaults(all),
      ...templateFaults(all),
      ...glossaryFaults(all.knowledge),
      ...wordingFaults(all.knowledge),
      ...statementFaults('no-instance', 'population', all.knowledge),
    ];
  } catch (error) {
    return [String(error)];
  }
}

describe('knowledge', () => {
  it('has demands, populations, rules and kinds to look at', () => {
    for (const some of [whole.knowledge.demands, [...whole.knowledge.populations], rules, [...whole.knowledge.kinds]])
      assert.ok(some.length > 1);
  });

  it('has each demand proved by what can be written', () => assert.deepEqual(demandFaults(whole), []));
  it('has each population counted, of things there are', () => assert.deepEqual(populationFaults(whole), []));
  it('has no id twice', () => assert.deepEqual(idFaults(readGathered(), whole), []));
  it('has rules that speak for their demands', () => assert.deepEqual(ruleFaults(whole), []));
  it('has a template for each kind, with all that is asked of it', () => assert.deepEqual(templateFaults(whole), []));
  it('has a glossary that names what there is', () => assert.deepEqual(glossaryFaults(whole.knowledge), []));
  it('has words that tell something, and each sentence something else', () => assert.deepEqual(wordingFaults(whole.knowledge), []));
  it('lets people state that there is none of whatever may have no instance', () => {
    assert.deepEqual(statementFaults('no-instance', 'population', whole.knowledge), []);
  });
});

describe('the guard of knowledge', () => {
  const demand: RawDemand = {
    id: '6.1-made-up',
    title: 'faxes counted',
    iso2018: '-',
    stage: 'plan',
    demand: 'Asked.',
    why: 'Smoke signals are hard to file.',
    auditor: 'Walks up the hill at night.',
    nonconformity: 'Fax lines, pigeons and smoke go uncounted.',
    evidence: ['sla.targets'],
  };
  const population: RawPopulation = { of: 'sla', says: 'A made-up one.' };
  const rule = { ...(rules[0] as NamedRule), id: 'made-up', demands: [demand.id], each: 'sla' };
  const gathered = readGathered();
  /** All there is, with one more clause of the same process. */
  const withClause = (clause: RawClause): Gathered => ({
    ...gathered,
    clauses: [...gathered.clauses, { process: '6.1 service level management', ...clause }],
  });
  const withDemand = (more: Partial<RawDemand>) => withClause({ demands: [{ ...demand, ...more }] });
  const withPopulation = (more: Partial<RawPopulation>) =>
    withClause({ populations: { made: { ...population, ...more } }, demands: [{ ...demand, each: 'made' }] });
  const withoutClause = (clause: string): Gathered => ({
    ...gathered,
    clauses: gathered.clauses.filter(({ process }) => !process?.startsWith(clause)),
  });
  const withTerm = (more: Partial<Term>): Gathered => {
    const term = { term: 'made-up', meaning: 'Something that was made up.', ...more };
    return { ...gathered, glossary: { ...gathered.glossary, terms: [...gathered.glossary.terms, term] } };
  };
  const withTemplate = (kind: string, change: (text: string) => string) => ({
    ...gathered,
    snippets: { ...gathered.snippets, [kind]: change(gathered.snippets[kind] ?? '') },
  });

  it('has nothing to say about what is right', () => {
    assert.deepEqual(faults(gathered), []);
    assert.deepEqual(faults(withDemand({ each: 'sla', evidence: ['sla.targets[].window', 'rule: made-up'] }), [...rules, rule]), []);
    assert.deepEqual(faults(withDemand({ evidence: ['rule: made-up'] }), [...rules, rule]), []);
    assert.deepEqual(faults(withPopulation({ where: { status: 'agreed', valid: 'today', targets: 'given' } })), []);
  });

  const wrong: readonly (readonly [what: string, made: Gathered, fault: RegExp, rules?: readonly NamedRule[]])[] = [
    ['a demand without proof', withDemand({ evidence: [] }), /is proved by nothing/],
    ['a title that is a sentence', withDemand({ title: 'The provider counts each and every fax that comes in' }), /is no few words/],
    ['a demand without a usual nonconformity', withDemand({ nonconformity: '' }), /names nothing that goes wrong/],
    [
      'a nonconformity that rewords the reason',
      withDemand({
        why: 'Nobody notices the fax that was never counted.',
        nonconformity: 'The faxes were never counted, and nobody notices.',
      }),
      /rewords "Nobody notices/,
    ],
    [
      'a nonconformity in the words of another demand',
      withDemand({ nonconformity: gathered.clauses[1]?.demands?.[0]?.nonconformity ?? '' }),
      /the same words as in/,
    ],
    ['a reason that rewords the demand', withDemand({ why: 'It is what is being asked.' }), /rewords the demand/],
    ['evidence that is no path', withDemand({ evidence: ['sla targets'] }), /no path/],
    ['evidence in a kind that there is not', withDemand({ evidence: ['slm-strategy'] }), /no kind or sort "slm-strategy"/],
    ['evidence in a field that there is not', withDemand({ evidence: ['sla.target'] }), /sla.target: there is no "target"/],
    ['a wrong path among alternatives', withDemand({ evidence: ['sla.targets | contract.targetz'] }), /no "targetz"/],
    ['a list without "[]" on the way', withDemand({ evidence: ['sla.targets.window'] }), /"targets" is a list/],
    ['"[]" where there is no list', withDemand({ evidence: ['sla.parties[].customer'] }), /"parties" is no list/],
    ['a word that may not stand there', withDemand({ evidence: ['sla.status = pending'] }), /sla.status can't be "pending"/],
    [
      'a way to another thing from what names none',
      withDemand({ evidence: ['sla.title -> contract.scope'] }),
      /sla.title names no contract/,
    ],
    ['a way to a field that there is not', withDemand({ evidence: ['contract.supports -> sla.nothing'] }), /no "nothing"/],
    ['a rule that there is not', withDemand({ evidence: ['rule: no-such-rule'] }), /no rule no-such-rule/],
    [
      'a rule that speaks for others',
      withDemand({ each: 'contract', evidence: ['rule: contract-weaker-than-sla'] }),
      /does not speak for it/,
    ],
    [
      'a rule that is asked of others',
      withDemand({ each: 'contract', evidence: ['rule: made-up'] }),
      /asked of each sla, not of each contract/,
      [rule],
    ],
    ['a population that there is not', withDemand({ each: 'nobody' }), /no population "nobody"/],
    ['an interval that is not written there', withDemand({ every: 'sms.intervals.nothing' }), /no "nothing"/],
    ['an interval that is none', withDemand({ every: 'sms.scope' }), /sms.scope is no duration/],
    ['a time to follow that is none', withDemand({ within: 'sms.edition' }), /sms.edition is no duration/],
    [
      'a thing that lacks something, of nobody',
      withDemand({ lacks: { id: 'made-up-lack', says: 'It lacks.', do: 'Do.' } }),
      /not asked of things/,
    ],
    [
      'a lack that waits for a kind that there is not',
      withDemand({ each: 'sla', lacks: { id: 'made-up-lack', given: 'slo', says: 'It lacks.', do: 'Do.' } }),
      /waits for a "slo"/,
    ],
    ['overdue without an interval', withDemand({ overdue: { id: 'made-up-late', says: 'Late.', do: 'Do.' } }), /plans no interval/],
    ['a population that nobody counts', withClause({ populations: { made: population } }), /made: is counted by nobody/],
    ['a population of nothing', withPopulation({ of: 'slo' }), /no kind or sort "slo"/],
    [
      'a population in a place that there is not',
      withPopulation({ of: 'version', in: ['sla.versions'] }),
      /no version stands at sla.versions/,
    ],
    ['a population by a field that there is not', withPopulation({ where: { colour: 'red' } }), /no "colour"/],
    [
      'a population by a word that there is not',
      withPopulation({ where: { status: ['agreed', 'signed'] } }),
      /sla.status can't be "signed"/,
    ],
    ['a population by days that are none', withPopulation({ where: { services: 'today' } }), /holds no days/],
    [
      'a population near nothing',
      withPopulation({ where: { version: 'not near weight' }, tolerance: 'sms.tolerances.cost' }),
      /no "weight"/,
    ],
    [
      'a tolerance that is none',
      withPopulation({ where: { version: 'not near owner' }, tolerance: 'sms.scope' }),
      /sms.scope is no percentage/,
    ],
    ['near without a tolerance', withPopulation({ where: { version: 'not near owner' } }), /wants a tolerance/],
    ['the shortest of what is no period', withPopulation({ shortest: true }), /no sla is a period/],
    ['a vocabulary that no field names', withPopulation({ of: 'colour', enum: ['red'] }), /no field names a colour/],
    ['a vocabulary of things', withPopulation({ enum: ['red'] }), /things of sort "sla" stand in documents/],
    ['a vocabulary with a condition', withPopulation({ of: 'cost-element', enum: ['people'], where: { id: 'people' } }), /all of them/],
    [
      'what may have no instance, and nobody can say so',
      withPopulation({ empty: 'no-instance' }),
      /nobody can state that there is no "made"/,
    ],
    ['a statement of what can be missing only', withoutClause('7.2'), /"supplier" is no population that may have no instance/],
    ['a term with the name of another', withTerm({ also: ['SLA'] }), /"SLA" names two terms/],
    ['a term without meaning', withTerm({ meaning: '' }), /made-up: it says nothing/],
    ['a term that means itself', withTerm({ meaning: 'Something made up.' }), /the meaning only rewords its name/],
    ['a term that leads nowhere', withTerm({ seeAlso: ['slo'] }), /made-up: there is no term "slo"/],
    ['a term of a kind that there is not', withTerm({ kinds: ['slo'] }), /made-up: there is no kind "slo"/],
    ['a term of a demand that there is not', withTerm({ demands: ['6.1-slo'] }), /made-up: there is no demand "6.1-slo"/],
    ['a population that follows nobody', withPopulation({ follows: 'nobody' }), /no population "nobody"/],
    ['a demand that stands twice', withClause({ demands: [demand, demand] }), /"6.1-made-up" is the id of two/],
    [
      'a lack named like a finding',
      withDemand({ each: 'sla', lacks: { id: 'unknown-field', says: 'It lacks.', do: 'Do.' } }),
      /"unknown-field" is the id of two/,
    ],
    ['a population that stands twice', withClause({ populations: { sla: population } }), /two populations "sla"/],
    ['a rule for a demand that there is not', gathered, /made-up: there is no demand 6.1-made-up/, [rule]],
    ['a rule of nobody', withDemand({}), /made-up: there is no population "nobody"/, [{ ...rule, each: 'nobody' }]],
    ['a rule in another process', withDemand({}), /not the process of its demand/, [{ ...rule, process: '7.2-supplier-management' }]],
    ['a kind without template', { ...gathered, snippets: {} }, /sla: has no template/],
    ['a template of another kind', withTemplate('sla', () => gathered.snippets.contract ?? ''), /sla: has a template of another kind/],
    ['a template without words', withTemplate('sla', (text) => text.replace(/^#.*\n/, '')), /does not say first/],
    [
      'a template without what is asked for',
      withTemplate('sla', (text) => text.replace(/^exceptions:/m, 'notes:')),
      /lacks exceptions, which is asked for/,
    ],
    [
      'a template without what is asked of its parts',
      withTemplate('contract', (text) => text.replace(/ change: .*/, ' why: because')),
      /lacks history.0.change/,
    ],
    [
      'a template without what is required',
      withTemplate('sla', (text) => text.replace(/ metric: .*/, ' share: 95 %')),
      /lacks targets.\[\].metric, without which/,
    ],
  ];
  for (const [what, made, fault, others] of wrong) {
    it(`notices ${what}`, () => {
      const found = faults(made, others ? [...rules, ...others] : rules);
      assert.ok(
        found.some((f) => fault.test(f)),
        `not found: ${fault} in\n${found.join('\n')}`,
      );
    });
  }
});

describe('words of findings', () => {
  const { findings, schemas } = readGathered();
  const said = partsOf(schemas).flatMap(({ raw }) => raw['x-unknown'] ?? []);

  it('are there for whatever is said, and for nothing else', () => {
    const sources = readSources('server', '.ts');
    assert.ok(codesIn(sources).length > 20);
    assert.deepEqual(wordFaults(sources, said, Object.keys(findings)), []);
  });

  it('are missed where there are none, and noticed where nobody says them', () => {
    const sources: Sources = new Map([
      ['a.ts', "const f = say('wrong-type', path, 'value', {});\nreturn sayer(doc.key, knowledge)('not-there', [], 'value', {});"],
      ['b.ts', "const code = schema['x-unknown'] ?? (a ? 'two-of' : 'three-of');\nknowledge.findings.get('four-of');"],
      ['c.ts', "type FaultId =\n  | 'five-of' // values: {a}: 'no-code'\n  | 'six-of';\nsay(a < b ? 'seven' : 'eight-of', []);"],
    ]);
    assert.deepEqual(wordFaults(sources, ['from-schema'], ['wrong-type', 'left-over', 'from-schema']), [
      '"not-there" has no words',
      ...['four-of', 'two-of', 'three-of', 'seven', 'eight-of', 'five-of', 'six-of'].map((id) => `"${id}" has no words`),
      'nobody says "left-over"',
    ]);
  });
});
