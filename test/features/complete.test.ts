// What is offered while one writes, and what becomes of the text when it is taken. `|` is the cursor.
import assert from 'node:assert/strict';
import { type Completion, complete, resolve } from '../../server/features/complete';
import { applied, knowledge, questionAt, smsOf, TODAY } from './sms';

const OTHERS = {
  'sms.yaml': 'kind: sms\nformat: 1\nedition: 2011\npeople: [{id: sk, name: S. Krause}]\n',
  's.service-catalogue.yaml':
    'kind: service-catalogue\nid: services\nstatus: agreed\nservices:\n  - {id: mail, name: Mail, status: live, usedBy: customers}\n  - {id: pay, name: Payroll, status: live, usedBy: customers}\n',
  'c.customer.yaml': 'kind: customer\nid: hr\nname: Human Resources\n',
};
const HEAD = 'kind: sla\nid: x\nstatus: agreed\n';

function offered(marked: string, name = 'a.yaml'): { items: Completion[]; text: string } {
  const question = questionAt(name, marked, OTHERS);
  const items = complete(question).sort((a, b) => (a.sort < b.sort ? -1 : 1));
  return { items, text: question.file.read.text };
}

const labels = (marked: string, name?: string) => offered(marked, name).items.map((c) => c.label);

function item(marked: string, label: string, name?: string): { item: Completion; text: string } {
  const { items, text } = offered(marked, name);
  const found = items.find((c) => c.label === label);
  assert.ok(found, `"${label}" is not among ${items.map((c) => c.label).join(', ') || 'nothing'}`);
  return { item: found, text };
}

/** The text after that item is taken. */
function taken(marked: string, label: string, name?: string): string {
  const { item: found, text } = item(marked, label, name);
  return applied(text, [found.edit]);
}

/** The same behind a document's head, the head left out. */
const body = (marked: string, label: string) => taken(HEAD + marked, label).slice(HEAD.length);

describe('completion of fields', () => {
  it('offers what is missing first, with its clause, then the rest, and nothing that is there', () => {
    const { items } = offered(`${HEAD}services: [mail]\n|`);
    const mandatory = items.filter((c) => c.detail?.startsWith('mandatory'));
    assert.deepEqual(
      items.slice(0, mandatory.length).map((c) => [c.label, c.edge]),
      ['parties', 'requirements', 'targets', 'workload', 'exceptions', 'serviceReview', 'agreement'].map((label) => [label, '6.1']),
    );
    assert.ok(items.slice(mandatory.length).every((c) => c.detail?.startsWith('optional') && c.edge === undefined));
    const all = items.map((c) => c.label);
    assert.ok(['kind', 'id', 'status', 'services'].every((key) => !all.includes(key)));
    assert.ok(all.includes('notes'));
  });

  it('writes a word with its colon, a group or list with its questions', () => {
    assert.equal(body('own|', 'owner'), 'owner: ');
    assert.equal(body('tar|\nnotes: x\n', 'targets').split('\n')[1], '  - id: <By which short name do reports refer to this target?>');
    const { item: targets } = item(`${HEAD}|`, 'targets');
    assert.match(targets.edit.snippet ?? '', /^targets: # [^\n]+\n {2}- id: \$\{1:<[^\n]+\n {4}metric: \$\{2\|<[^\n]+,availability,/);
    assert.match(targets.edit.snippet ?? '', /\$0$/);
    assert.equal(targets.filter, 'targets');
  });

  it('finds the map by the lines above, also while YAML can not', () => {
    assert.equal(body('parties:\n  |', 'customer'), 'parties:\n  customer: ');
    assert.equal(body('parties:\n  cus|', 'customer'), 'parties:\n  customer: ');
    assert.equal(body('parties:\n    |\n', 'customer'), 'parties:\n    customer: \n');
    assert.equal(
      body('targets:\n  - id: a\n    win|\n    target: 99 %\n', 'window'),
      'targets:\n  - id: a\n    window: \n    target: 99 %\n',
    );
    assert.equal(body('valid:\n  from: 2026-01-01\n  |\nowner: sk\n', 'to'), 'valid:\n  from: 2026-01-01\n  to: \nowner: sk\n');
    assert.equal(body('parties: {customer: hr}\nser|\ntargets: []\n', 'services').split('\n')[1], 'services:');
  });

  it('offers the fields of outer maps, said to be theirs, where what stands below is not torn off', () => {
    const inside = labels(`${HEAD}targets:\n  - id: a\n    exc|`);
    assert.ok(inside.indexOf('source') < inside.indexOf('document: exceptions'));
    assert.deepEqual(
      labels(`${HEAD}targets:\n  - id: a\n    exc|\n    target: 99 %\n`).filter((label) => label.startsWith('document: ')),
      [],
    );
    assert.ok(labels(`${HEAD}zzz:\n  |`).every((label) => label.startsWith('document: ')));
  });

  it('puts right what is indented a little', () => {
    assert.equal(body(' own|', 'owner'), 'owner: ');
    assert.equal(body('valid:\n    from: 2026-01-01\n     t|\n', 'to'), 'valid:\n    from: 2026-01-01\n    to: \n');
  });

  it('knows what is missing in an item while it is typed', () => {
    const { items } = offered(`${HEAD}targets:\n  - id: a\n    win|\n    target: 99 %\n`);
    assert.deepEqual(
      items.filter((c) => c.detail?.startsWith('mandatory')).map((c) => c.label),
      ['metric', 'window', 'source'],
    );
  });

  it('keeps the value that follows', () => {
    assert.equal(body('ser|vices: [mail]\n', 'serviceHours'), 'serviceHours: [mail]\n');
    assert.equal(body('services|: [mail]\n', 'services'), 'services: [mail]\n');
    assert.equal(body('targets:\n  - me|: x\n', 'metric'), 'targets:\n  - metric: x\n');
    assert.equal(body('valid: {fr|om: x}\n', 'to'), 'valid: {to: x}\n');
  });

  it('keeps a comment that follows', () => {
    assert.equal(body('own| # who\n', 'owner'), 'owner:  # who\n');
  });

  it('works behind a dash', () => {
    assert.equal(body('targets:\n  - |', 'metric'), 'targets:\n  - metric: ');
    assert.equal(body('targets:\n- met|\n', 'metric'), 'targets:\n- metric: \n');
    assert.equal(body('targets:\n  - id: a\n  - |\n', 'window'), 'targets:\n  - id: a\n  - window: \n');
  });

  it('works in braces', () => {
    assert.equal(body('parties: {|}\n', 'customer'), 'parties: {customer: }\n');
    assert.equal(body('targets: [{id: a, win|}]\n', 'window'), 'targets: [{id: a, window: }]\n');
    assert.equal(body('targets:\n  - {id: a, |}\n', 'target'), 'targets:\n  - {id: a, target: }\n');
    assert.match(body('agreement: [{party: hr, |}]\n', 'signed'), /^agreement: \[\{party: hr, signed: \{reference: <[^>]+>.*\}\}\]\n$/);
  });

  it('begins an item of a list', () => {
    assert.match(body('targets:\n  |', '- service target'), /^targets:\n {2}- id: <[^\n]+\n {4}metric: </);
    assert.match(body('targets:\n  - id: a\n  |', '- service target'), /^targets:\n {2}- id: a\n {2}- id: </);
    assert.match(body('targets: [|]\n', '- service target'), /^targets: \[\{id: <.+\}\]\n$/);
  });

  it('offers a pointer in place of a text', () => {
    assert.equal(taken('kind: contract\nid: x\nscope:\n  |', 'place'), 'kind: contract\nid: x\nscope:\n  place: ');
  });

  it('offers an export in place of a list', () => {
    const record = 'kind: availability-record\nid: x\n';
    assert.deepEqual(
      labels(`${record}outages:\n  |`).filter((label) => ['- outage', 'export', 'columns'].includes(label)),
      ['- outage', 'export', 'columns'],
    );
    assert.equal(taken(`${record}outages:\n  |`, 'export'), `${record}outages:\n  export: `);
    assert.match(
      taken(`${record}outages: {export: a.csv, |}\n`, 'columns'),
      /outages: \{export: a\.csv, columns: \[\{field: "?<.+>"?, column: "?<.+>"?\}\]\}/,
    );
    assert.deepEqual(labels(`${record}outages:\n  export: a.csv\n  separator: |`), [',', ';', '|', 'tab']);
    const begun = labels(`${record}outages:\n  - id: a\n  |`);
    assert.deepEqual([begun.includes('- outage'), begun.includes('export')], [true, false]);
  });

  it('writes a part that stands for another document as the template of that one does', () => {
    const manifest = 'kind: sms\nformat: 1\n';
    const part = taken(`${manifest}|`, 'complaintsProcedure', 'b/sms.yaml').slice(manifest.length);
    assert.match(part, /^complaintsProcedure:\n {2}definition: <How do both sides tell a complaint/);
    assert.doesNotMatch(part, /^ {2}(kind|id|status|version):/m);
    assert.match(
      taken(`${manifest}complaintsProcedure:\n  |`, 'steps', 'b/sms.yaml'),
      /\n {2}steps: # [^\n]+\n {4}record: <Who writes a complaint down/,
    );
  });

  it('explains an item when it is looked at', () => {
    const { item: targets } = item(`${HEAD}|`, 'targets');
    assert.match(
      resolve(targets.data, knowledge, smsOf({}).reader()) ?? '',
      /^\*\*service targets\*\* · `targets`\n[\s\S]*6\.1 · 2018: 8\.3\.3/,
    );
    const { item: inList } = item(`${HEAD}targets:\n  - id: a\n  - |`, 'window');
    assert.match(resolve(JSON.parse(JSON.stringify(inList.data)), knowledge, smsOf({}).reader()) ?? '', /^\*\*time it is counted over\*\*/);
    for (const nothing of [undefined, null, 3, {}, { kind: 'zzz', path: [] }, { kind: 'sla', path: ['zzz'] }]) {
      assert.equal(resolve(nothing, knowledge, smsOf({}).reader()), undefined);
    }
  });
});

describe('completion of values', () => {
  it('offers the words of a closed list, explained', () => {
    const { items } = offered(`${HEAD}targets:\n  - metric: |`);
    assert.deepEqual([items[0]?.label, items[0]?.detail], ['availability', 'Share of the agreed time in which the service works.']);
    assert.equal(
      body('targets:\n  - id: a\n    metric: av|x # c\n', 'availability'),
      'targets:\n  - id: a\n    metric: availability # c\n',
    );
  });

  it('puts a space behind a colon that has none', () => {
    assert.equal(body('targets:\n  - metric:|', 'availability'), 'targets:\n  - metric: availability');
    assert.equal(body('parties:\n  customer:|\n', 'hr'), 'parties:\n  customer: hr\n');
  });

  it('offers the ids of what may be meant, with their names, each once', () => {
    const { items } = offered(`${HEAD}services:\n  - |`);
    assert.deepEqual(
      items.map((c) => [c.label, c.kind, c.detail]),
      [
        ['mail', 'reference', 'Mail · service'],
        ['pay', 'reference', 'Payroll · service'],
      ],
    );
    assert.match(items[1]?.filter ?? '', /Payroll/, 'it is found by its name, too');
    assert.deepEqual(labels(`${HEAD}services: [mail, |]`), ['pay']);
    assert.deepEqual(labels(`${HEAD}services:\n  - mail\n  - p|`), ['pay']);
    assert.deepEqual(labels(`${HEAD}owner: |`), ['sk']);
  });

  it('offers what is known within its document with that document before it', () => {
    const agreement = `kind: sla
id: mail-hr
status: agreed
targets:
  - {id: availability, metric: availability}
priorities:
  - {id: P1}
`;
    const review = 'kind: service-review\nid: r\ndate: 2026-03-31\nperformance:\n  - target: ';
    const { items, text } = offered(`${agreement}---\n${review}mail|`);
    assert.deepEqual(
      items.map((c) => c.label),
      ['mail-hr/availability', 'mail-hr/P1'],
    );
    assert.equal(applied(text, [items[0]?.edit ?? assert.fail()]), `${agreement}---\n${review}mail-hr/availability`);
    assert.deepEqual(labels(`${agreement}---\n${review}mail-hr/P|`), ['mail-hr/availability', 'mail-hr/P1']);
  });

  it('offers of very many those that hold what is typed, by id or name, and is asked again with each letter', () => {
    const customers = Array.from({ length: 1000 }, (_, i) => `  - {id: c${i}, name: Customer number ${i}}\n`).join('');
    const register = `kind: customer-register\nid: all\nstatus: agreed\ncustomers:\n${customers}---\n`;
    const all = offered(`${register}${HEAD}parties:\n  customer: |`).items;
    assert.ok(all.length < 1000 && all.every((c) => c.grows));
    assert.deepEqual(labels(`${register}${HEAD}parties:\n  customer: c777|`), ['c777']);
    assert.deepEqual(labels(`${register}${HEAD}parties:\n  customer: number 99|`).slice(0, 2), ['c99', 'c990']);
  });

  it('writes them as the list is written', () => {
    assert.equal(body('services: |', 'mail'), 'services: [mail]');
    assert.equal(body('services:\n  |\n', 'mail'), 'services:\n  - mail\n');
    assert.equal(body('services:\n  - pay\n  |\n', 'mail'), 'services:\n  - pay\n  - mail\n');
    assert.equal(body('services: [pay, m|]\n', 'mail'), 'services: [pay, mail]\n');
  });

  it('offers today for a date, and keeps the quotes', () => {
    assert.equal(body('valid: {from: |}', TODAY), `valid: {from: ${TODAY}}`);
    assert.equal(body('valid:\n  from: "|"\n', TODAY), `valid:\n  from: "${TODAY}"\n`);
    assert.equal(body("valid:\n  from: '2|026'\n", TODAY), `valid:\n  from: '${TODAY}'\n`);
    assert.equal(labels('kind: availability-record\nid: x\noutages:\n  - start: |')[0], TODAY);
  });

  it('offers true and false, words beside ids, and none where that will do', () => {
    assert.deepEqual(labels(`${HEAD}history:\n  - unchanged: |`), ['true', 'false']);
    assert.deepEqual(labels(`${HEAD}serviceHours: |`), ['around the clock']);
    assert.equal(body('exceptions: |', 'none, because'), 'exceptions: none, because ');
  });

  it('offers nothing for words of the author’s own', () => {
    assert.deepEqual(labels(`${HEAD}title: |`), []);
    assert.deepEqual(labels(`${HEAD}targets:\n  - source: |`), []);
  });
});

describe('completion keeps still', () => {
  for (const [where, marked] of [
    ['in a comment', `${HEAD}# tar|`],
    ['in a comment behind a value', `${HEAD}owner: sk # tar|`],
    ['in a text of several lines', `${HEAD}notes: >\n  some ta|\n  more\n`],
    ['between quotes over several lines', `${HEAD}notes: "some\n  ta|\n  more"\n`],
    ['in prose', `${HEAD}notes: some\n  more wor|\n`],
    ['between documents', `${HEAD}---|\n`],
    ['in what is not ours', 'apiVersion: v1\nkind: |\n'],
  ] as const) {
    it(where, () => assert.deepEqual(labels(marked), []));
  }
});

describe('completion of documents', () => {
  it('offers every template where nothing is written, also behind others', () => {
    for (const marked of ['|', 'con|', '# about us\n|', `${HEAD}---\n|`]) {
      const { items } = offered(marked);
      const kinds = [...knowledge.kinds.keys()].map((kind) => `kind: ${kind}`);
      assert.deepEqual(new Set(items.slice(0, kinds.length).map((c) => c.label)), new Set(kinds), 'the kinds stand first');
      assert.equal(items.filter((c) => c.kind === 'template').length, kinds.length, marked);
    }
    assert.match(taken('con|', 'Contract'), /^kind: contract\nid: </);
    assert.match(taken(`${HEAD}---\n|`, 'Calendar'), /---\nkind: calendar\nid: </);
  });

  it('puts the one that the file is named for first, with the id of its name', () => {
    const { items } = offered('|', 'mail-hr.sla.yaml');
    assert.deepEqual(
      items.slice(0, 2).map((c) => c.label),
      ['kind: sla', 'Service level agreement'],
    );
    assert.match(items[1]?.edit.text ?? '', /^kind: sla\nid: mail-hr\nversion: 1\.0\nstatus: draft/);
    assert.match(items.find((c) => c.label === 'Contract')?.edit.text ?? '', /^kind: contract\nid: </);
  });

  it('offers the kinds by their word', () => {
    assert.equal(taken('kind: |', 'sla'), 'kind: sla');
    assert.equal(taken('kind:|\nid: x\nowner: y\n', 'sla', 'x.sla.yaml'), 'kind: sla\nid: x\nowner: y\n');
    assert.equal(item('kind: sl|\nid: x\n', 'sla').item.detail, 'service level agreement');
  });
});
