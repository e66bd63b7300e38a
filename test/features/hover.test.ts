// What is shown where one points.
import assert from 'node:assert/strict';
import { resolve } from '../../server/features/complete';
import { hover } from '../../server/features/hover';
import { fieldKey, proves } from '../../server/knowledge/proves';
import type { Path } from '../../server/knowledge/schema';
import type { Schema } from '../../server/knowledge/types';
import { knowledge, questionAt, smsOf } from './sms';

const OTHERS = {
  'sms.yaml': 'kind: sms\nformat: 1\nedition: 2011\n',
  'services.service-catalogue.yaml':
    'kind: service-catalogue\nid: services\nstatus: agreed\nservices:\n  - {id: mail, name: Mail and calendar, status: live, usedBy: customers}\n',
  'mail.sla.yaml':
    'kind: sla\nid: mail-hr\nversion: 2.1\nstatus: agreed\nservices: [mail]\ntargets: [{id: a, metric: availability, target: 99.5 %, window: month}]\npriorities: [{id: P1, response: 30 min}]\n',
};

/** What is shown at `|`, and on which part of the text. */
function at(marked: string, others: Readonly<Record<string, string>> = OTHERS) {
  const question = questionAt('a.yaml', marked, others);
  const shown = hover(question);
  return { text: shown?.contents ?? '', on: shown && question.file.read.text.slice(shown.start, shown.end) };
}

const AGREED = 'kind: contract\nid: acme\nstatus: agreed\n';

describe('hover on a field', () => {
  it('names it, says what it is for, what it proves by both editions, what an auditor looks at, and shows an example', () => {
    const { text, on } = at(`${AGREED}tar|gets: []\n`);
    assert.equal(on, 'targets');
    const [title = '', , description = '', , proof = '', , need = '', , ...example] = text.split('\n');
    const demand = knowledge.demands.find((d) => d.id === '7.2-contract-targets');
    assert.equal(title, '**service targets** · `targets`');
    assert.equal(description, knowledge.kinds.get('contract')?.schema.properties.get('targets')?.description);
    assert.ok(proof.startsWith(`- **7.2 · 2018: 8.3.4.1** ${demand?.demand} *An auditor compares `), proof);
    assert.ok(need.startsWith('Mandatory here (2011 edition).'), need);
    assert.deepEqual(example.slice(0, 2), ['```yaml', 'targets:']);
    assert.equal(example.at(-1), '```');
  });

  it('says whether the edition in force asks for it here', () => {
    const needOf = (edition: string, marked: string) => {
      const { text } = at(marked, { 'sms.yaml': `kind: sms\nformat: 1\nedition: ${edition}\n` });
      return /^(Mandatory|Usual evidence|Not asked for|Asked for|Asked of all|Nothing is asked|Optional|Always needed)/m.exec(text)?.[1];
    };
    const termination = `${AGREED}term|ination: {place: "§ 14"}\n`;
    assert.equal(needOf('2011', termination), 'Mandatory');
    assert.equal(needOf('2018', termination), 'Not asked for');
    assert.equal(needOf('2011', termination.replace('agreed', 'withdrawn')), 'Nothing is asked');
    assert.equal(needOf('2011', `${AGREED}not|es: x\n`), 'Optional');
    assert.equal(needOf('2011', 'kind: contract\nid: acme\nstat|us: draft\n'), 'Always needed');
    const history = `${AGREED}history:\n  - {version: 1.0}\n  - {version: 1.1, cha|nge: C-1}\n`;
    assert.equal(needOf('2011', history), 'Mandatory');
    assert.equal(needOf('2011', history.replace('1.0}\n  - {version: ', '')), 'Asked for');
    const report = 'kind: service-report\nid: mail-2026-03\nperiod: {from: 2026-03-01, to: 2026-03-31}\n';
    assert.equal(needOf('2018', `${report}tre|nds: Steady.\n`), 'Asked of all');
    assert.equal(needOf('2018', `${report}smsEffecti|veness: Steady.\n`), 'Asked for');
    assert.equal(needOf('2011', `${report}smsEffecti|veness: Steady.\n`), 'Not asked for');
  });

  it('counts only the demands that ask this kind of document', () => {
    assert.doesNotMatch(at('kind: sla\nid: x\nstatus: draft\nhistory:\n  - cha|nge: C-1\n').text, /Changes to a contract/);
    assert.match(at(`${AGREED}history:\n  - cha|nge: C-1\n`).text, /Changes to a contract/);
  });

  it('works in lists, in braces, and on a value that is no word of ours', () => {
    assert.equal(at(`${AGREED}targets:\n  - {id: a, win|dow: month}\n`).on, 'window');
    assert.match(at(`${AGREED}targets:\n  - {id: a, win|dow: month}\n`).text, /^\*\*time it is counted over\*\* · `window`/);
    const value = at(`${AGREED}scope: Mail|boxes\n`);
    assert.equal(value.on, 'Mailboxes');
    assert.match(value.text, /^\*\*scope\*\*\n/);
  });

  it('shows nothing where there is nothing to say', () => {
    for (const marked of [`${AGREED}zz|z: 1\n`, `${AGREED}# tar|gets\n`, `${AGREED}|\n`, 'apiVersion: v1\nki|nd: Service\n', 'a: |b\n']) {
      assert.equal(at(marked).text, '', marked);
    }
  });
});

describe('hover on a kind', () => {
  it('says what it is for, the objective of its process, what it proves, and its file name', () => {
    for (const marked of ['ki|nd: sla\nid: x\n', 'kind: s|la\nid: x\n']) {
      const { text } = at(marked);
      const process = knowledge.processes.find((p) => p.clause === '6.1');
      assert.ok(text.startsWith('**service level agreement** · `sla` · 6.1 service level management\n'), text);
      for (const part of [knowledge.kinds.get('sla')?.says, process?.objective, '`<id>.sla.yaml`']) {
        assert.ok(part && text.includes(part), part);
      }
      assert.match(text, /\n- \*\*6\.1 · 2018: [\d., ]*\b8\.3\.3\b[\d., ]*\*\* services agreed with the customer, /);
    }
  });

  it('counts what its parts prove that stand for documents of other kinds', () => {
    const named = /\n- \*\*6\.3 [^*]*\*\* (.*) and (\d+) more\n/.exec(at('kind: continuity-|plan\nid: x\n').text);
    const proved = [...proves(knowledge)].flatMap(([key, demands]) => (key.startsWith('continuity-plan.') ? demands : []));
    const of = new Set(proved.filter((d) => d.process.clause === '6.3'));
    assert.equal((named?.[1] ?? '').split(', ').length + Number(named?.[2]), of.size);
    const path = ['availability', 'monitoring'];
    const ids = (proves(knowledge).get(fieldKey('continuity-plan', path)) ?? []).map((d) => d.id);
    assert.deepEqual(ids, ['6.3-availability-monitoring-needs']);
  });
});

describe('hover on a value', () => {
  it('explains a word that the field knows', () => {
    const { text, on } = at(`${AGREED}targets: [{metric: avail|ability}]\n`);
    assert.equal(on, 'availability');
    assert.match(text, /^\*\*availability\*\*: Share of the agreed time/);
    assert.match(at(`${AGREED}serviceHours: around| the clock\n`).text, /^\*\*around the clock\*\*: /);
  });

  it('says what an id stands for, and where that is written', () => {
    assert.match(
      at('kind: sla\nid: x\nstatus: draft\nservices: [m|ail]\n').text,
      /^\*\*Mail and calendar\*\* · service · `mail` {2}\nin \[services\.service-catalogue\.yaml\]\(file:\/\/\/sms\/services\.service-catalogue\.yaml\)\n/,
    );
  });

  it('tells the targets of an agreement in one line', () => {
    const { text } = at('kind: contract\nid: x\nstatus: draft\nsupports: [mail|-hr]\n');
    assert.match(text, /`mail-hr` · version 2\.1 · agreed/);
    assert.match(text, /\nTargets: availability 99\.5 % \(month\); P1 time to respond 30 min\n/);
  });

  it('explains the field where nothing has that id', () => {
    assert.match(at('kind: sla\nid: x\nstatus: draft\nservices: [m|ial]\n').text, /^\*\*services\*\*\n/);
  });
});

describe('what fields prove', () => {
  it('is read from the evidence of demands, wherever the things of its sort may stand', () => {
    const proofs = proves(knowledge);
    const ids = (kind: string, ...path: string[]) => proofs.get(fieldKey(kind, path))?.map((d) => d.id) ?? [];
    assert.ok(ids('contract', 'termination', 'early').includes('7.2-contract-termination'));
    assert.ok(ids('contract', 'termination').includes('7.2-contract-termination'));
    assert.ok(ids('supplier-register', 'suppliers', 'manager').includes('7.2-manager'));
    assert.deepEqual(ids('supplier', 'manager'), ids('supplier-register', 'suppliers', 'manager'));
    assert.deepEqual(ids('contract', 'notes'), []);
  });
});

describe('everything there is to say', () => {
  /** Every field of a kind, by path. */
  function* fields(schema: Schema, path: Path = []): Generator<Path> {
    for (const [key, field] of schema.properties) {
      yield [...path, key];
      yield* fields(field, [...path, key]);
      if (field.items) yield* fields(field.items, [...path, key, 0]);
    }
  }

  const reader = smsOf({}).reader();
  for (const kind of knowledge.kinds.values()) {
    it(`of a ${kind.title} stays under fifteen lines`, () => {
      for (const path of [[], ...fields(kind.schema)]) {
        const text = resolve({ kind: kind.kind, path }, knowledge, reader);
        assert.ok(text, path.join('.'));
        // A hover says in one paragraph more whether it is needed here.
        const lines = text.split('\n').length + (path.length > 0 ? 2 : 0);
        assert.ok(lines < 15, `${path.join('.')}: ${lines} lines\n${text}`);
        assert.doesNotMatch(text, /undefined|\[object/);
      }
    });
  }
});

describe('hover over an approval', () => {
  const policy = (approval: string) => `kind: slm-policy\nid: rules\nversion: "1.0"\nstatus: agreed\n${approval}\n`;
  const said = (approval: string) => hover(questionAt('rules.slm-policy.yaml', policy(approval)))?.contents ?? '';

  it('says what it is worth, and why', () => {
    const words = '*Approved by H. Olsen on 2026-02-20, stated.* No signed original is named.';
    for (const place of ['appro|val: {by: H. Olsen, on: 2026-02-20}', 'approval: {by: H. Olsen, o|n: 2026-02-20}'])
      assert.ok(said(place).startsWith(`${words}\n\n`), said(place));
  });

  it('says that the text has changed', () => {
    const approval = `approval: {b|y: H. Olsen, on: 2026-02-20, content: ${'0'.repeat(64)}}`;
    assert.match(said(approval), /^\*Approved by H\. Olsen on 2026-02-20, stated\.\* .*The text has changed since, by its fingerprint\.\n/);
  });

  it('says nothing of it elsewhere', () =>
    assert.doesNotMatch(said('pur|pose: To promise what can be kept.\napproval: {by: H. Olsen}'), /stated/));
});
