// What the author of the sample with planted faults does about them, as a service manager would: data only, written by hand.
// Must not know how it is checked.
import type { Answers } from './mending';

export interface Edit {
  readonly file: string;
  /** Stands in the file once. */
  readonly line: string;
  readonly by: readonly string[];
}

export interface Mend {
  /** "file code" of the finding whose message says so. */
  readonly answers: string;
  readonly edits?: readonly Edit[];
  readonly added?: Readonly<Record<string, string>>;
  readonly renamed?: readonly [from: string, to: string];
}

/** The lines in which a word that was meant takes the place of one that was typed. */
export const WORDS: readonly Edit[] = [
  { file: 'payroll-hr.sla.yaml', line: 'servcieHours: office', by: ['serviceHours: office'] },
  { file: 'payroll-hr.sla.yaml', line: '  target: 99,5 %', by: ['  target: 99.5 %'] },
  { file: 'office.calendar.yaml', line: 'zone:Europe/Berlin', by: ['zone: Europe/Berlin'] },
];

export const ANSWERS: Readonly<Record<string, Answers>> = {
  'acme-hosting.contract.yaml': {
    'termination.expected': 'Acme hands over all mailboxes in an open format; T. Lind sees that none is left behind.',
    'termination.early': 'Either side, if the other breaks it twice in a year; then what was used is paid, and no more.',
    'termination.transfer': 'J. Olsen moves mail and calendars to whom we name, within three months.',
  },
  'controls.security-controls.yaml': {
    'controls.0.risks.0': 'R-1',
  },
  'lohnkontor-payroll.contract.yaml': {
    dependencies: 'They need our directory for log-in, and the hours worked by the 20th.',
    'interfaces.0.process': 'incident management',
    'interfaces.0.how': 'Our desk writes to their customer service; P. Feddersen answers.',
    integration: 'Their releases stand in our change calendar two weeks ahead.',
    'workload.0.what': 'pay slips a month',
    'workload.0.limit': '1000',
    'exceptions.0.what': 'changes of the law',
    'exceptions.0.when': 'the first Sunday of January, all day',
    'exceptions.0.handling': 'They tell us four weeks ahead; T. Lind agrees.',
  },
  'mail-capacity.capacity-plan.yaml': {
    'upgrades.0.cost': '3400 EUR',
  },
  'payroll-hr.sla.yaml': {
    'targets.1.window': 'quarter',
    'workload.0.what': 'pay slips a month',
    'workload.0.limit': '950',
    'exceptions.0.what': 'planned maintenance',
    'exceptions.0.when': 'first Sunday of the month 06:00-08:00',
    'exceptions.0.notice': '5 working days',
  },
};

const CHARGES = '  - {what: mailboxes, amount: "18,000 EUR", per: year, tax: net, from: 2026-01-01}';
const PAYROLL_COST =
  '  - {id: payroll, what: payroll software, element: external-services, services: [payroll], expense: operating, amount: 21.600 Euro, contract: lohnkontor-payroll}';
const LAST_COMPONENT = '- {id: line-south, name: Line below the yard, site: yard}';

export const MENDS: readonly Mend[] = [
  {
    answers: 'acme-hosting.contract.yaml contract-weaker-than-sla', // … or write under alignmentRisks what you do about the gap
    edits: [
      {
        file: 'acme-hosting.contract.yaml',
        line: CHARGES,
        by: [
          CHARGES,
          'alignmentRisks:',
          '  - target: availability',
          '    sla: mail-hr',
          '    risk: Mail may be gone for three hours a month more than Human Resources was promised.',
          '    treatment: More is asked for when the contract renews; until then pay slips go out by the portal.',
          '    owner: tl',
          '    until: 2027-06-30',
        ],
      },
    ],
  },
  {
    answers: 'budget-2026.budget.yaml wrong-format', // write it like 12000 EUR
    edits: [
      {
        file: 'budget-2026.budget.yaml',
        line: PAYROLL_COST,
        by: [PAYROLL_COST.replace('21.600 Euro', '21600 EUR')],
      },
    ],
  },
  {
    answers: 'changes.change-record.yaml impossible-day', // write the day that is meant
    edits: [{ file: 'changes.change-record.yaml', line: '    implemented: 2026-06-31', by: ['    implemented: 2026-06-30'] }],
  },
  {
    answers: 'customers.customer-register.yaml survey-overdue', // ask them and record what they said
    added: {
      'survey-plant-2026.satisfaction-survey.yaml': `kind: satisfaction-survey
id: survey-plant-2026
period: {from: 2026-11-16, to: 2026-11-20}
population: [{customer: production, group: shift leaders and planners, number: 27}]
sample:
  chosen: everybody, on paper at the morning round
  groups: [{customer: production, group: shift leaders and planners, asked: 27, answered: 22}]
timing: Once the plant is back from its works holidays
questions: [How content are you with what we run for you?]
scale: {from: 1, to: 5, better: more}
floor: 3.5
answersNeeded: {number: 20}
results: [{customer: production, group: shift leaders and planners, question: content, score: 4.0, answers: 22, said: The desk picks up quickly.}]
analysis: Above the floor, and nothing that more than one person asked for.
review: {on: 2026-11-23, by: sk, conclusion: The plant is asked together with the others from now on.}
actions: none, because nothing was asked for
previous: none, because Production was asked for the first time
`,
    },
  },
  {
    answers: 'lohnkontor-payroll.contract.yaml contract-ends-before-sla', // renew the contract in time
    edits: [
      {
        file: 'lohnkontor-payroll.contract.yaml',
        line: '  initial: 2 years',
        by: ['  initial: 2 years', '  renewal: 1 year', '  notice: 3 months', '  renewalDecision: {on: 2026-11-20, by: tl}'],
      },
    ],
  },
  {
    answers: 'mail-continuity.continuity-plan.yaml target-while-invoked-above-normal', // lower the target for an emergency
    edits: [
      {
        file: 'mail-continuity.continuity-plan.yaml',
        line: '  - {service: mail, target: 99.9 %, window: month, measuredAt: user}',
        by: ['  - {service: mail, target: 95 %, window: month, measuredAt: user}'],
      },
    ],
  },
  {
    answers: 'mail-continuity.continuity-plan.yaml plan-test-overdue', // test it and record what came out
    added: {
      'mail-switch-over-2026.plan-test.yaml': `kind: plan-test
id: mail-switch-over-2026
title: Mail moves to the second site, once more
plan: mail-continuity
date: 2026-11-21
services: [mail]
requirementsTested: {continuity: "Mail back within 8 h, with no more than 1 h of mail lost"}
how: real switch-over on a Saturday
participants: [rv, tl, J. Olsen]
achieved: [{service: mail, recoveryTime: 5 h 20 min, recoveryPoint: 10 min}]
passed: true
results: Mail was back after 5 h 20 min, and every telephone number was right.
deficiencies: none, because all steps went as written
review: {on: 2026-11-23, by: sk, conclusion: The plan works as it stands.}
`,
    },
  },
  {
    answers: 'payroll-hr.sla.yaml reference-not-found', // put the file there
    added: { 'signed/payroll-hr-1.1.md': '# Payroll for Human Resources, version 1.1\nSigned in Hamburg on 25 March 2026.\n' },
  },
  {
    answers: 'services.service-catalogue.yaml live-service-without-sla', // agree one
    edits: [
      { file: 'portal-sales.contract.yaml', line: 'version: 0.3', by: ['version: 1.0'] },
      { file: 'portal-sales.contract.yaml', line: 'status: draft', by: ['status: agreed'] },
      {
        file: 'portal-sales.contract.yaml',
        line: 'valid: {from: 2027-01-01, to: 2027-12-31}',
        by: ['valid: {from: 2026-11-24, to: 2027-12-31}'],
      },
      {
        file: 'portal-sales.contract.yaml',
        line: 'agreement: [{party: provider, by: sk, on: 2026-11-12}]',
        by: ['agreement: [{party: provider, by: sk, on: 2026-11-23}, {party: sales, by: yd, on: 2026-11-23}]'],
      },
      {
        file: 'portal-sales.contract.yaml',
        line: 'history: [{version: 0.3, on: 2026-11-12, by: sk}]',
        by: ['history: [{version: 1.0, on: 2026-11-23, by: sk}]'],
      },
      { file: 'portal-sales.contract.yaml', line: 'services: [portal]', by: ['services: [portal]', 'requirements: [sales-needs]'] },
    ],
    added: {
      'sales-needs.slr.yaml': `kind: slr
id: sales-needs
version: 1.0
status: agreed
owner: sk
customer: sales
services: [portal]
requirements:
  - id: N1
    service: portal
    need: Field staff see how their case stands, at any hour and without ringing up.
    outcome: People find out how their case stands without ringing anybody up.
    saidBy: yd
    on: 2026-10-14
    wanted: {metric: availability, target: 99 %, window: month, clock: serviceHours}
agreement: [{party: sales, by: yd, on: 2026-11-10}]
review: {interval: 1 year}
history: [{version: 1.0, on: 2026-11-09, by: sk}]
`,
    },
  },
  {
    answers: 'portal-sales.contract.yaml kind-differs-from-name', // rename the file
    renamed: ['portal-sales.contract.yaml', 'portal-sales.sla.yaml'],
  },
  {
    answers: 'services.service-catalogue.yaml unknown-dependency', // add it to the catalogue
    edits: [
      {
        file: 'services.service-catalogue.yaml',
        line: LAST_COMPONENT,
        by: [LAST_COMPONENT, '- {id: bank-gateway, name: Gateway to the bank, site: cellar of house A}'],
      },
    ],
  },
  {
    answers: 'services.service-catalogue.yaml dependency-circle', // mark the ones that are meant with mutual: true
    edits: [
      {
        file: 'services.service-catalogue.yaml',
        line: '  - {service: mail, loss: degrades}              # sends the code when somebody forgot the password',
        by: ['  - {service: mail, loss: degrades, mutual: true}              # sends the code when somebody forgot the password'],
      },
    ],
  },
  {
    answers: 'suppliers.supplier-register.yaml wrong-value', // choose one of critical, important, ordinary
    edits: [{ file: 'suppliers.supplier-register.yaml', line: '    criticality: high', by: ['    criticality: critical'] }],
  },
  {
    answers: 'suppliers.supplier-register.yaml supplier-review-overdue', // go through the results and record them
    added: {
      'lohnkontor-2026-h1.supplier-review.yaml': `kind: supplier-review
id: lohnkontor-2026-h1
supplier: lohnkontor
contract: lohnkontor-payroll
period: {from: 2026-01-01, to: 2026-06-30}
date: 2026-11-23
attendees: [tl, pf]
performance:
  - {target: lohnkontor-payroll/availability, promised: 99.7 %, value: 99.76 %, source: mail from Lohnkontor, result: met, trend: steady, notes: worst month of the six}
obligations:
  - {what: changes of the law announced four weeks ahead, result: met, said: One in March.}
causes: none, because nothing was missed
improvements: none, because neither side sees anything to better
contractReview:
  on: 2026-11-23
  against: [payroll-hr]
  fits: true
  conclusion: It rolls on for a year.
`,
    },
  },
];
