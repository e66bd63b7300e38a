// The schemas for editors with another YAML server, read as such a server reads them: right documents are right by them, and what an
// edition demands of every document is missed.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseAllDocuments } from 'yaml';
import { writeText } from '../../server/host/disk';
import { formats } from '../../server/knowledge/formats';
import { loadKnowledge } from '../../server/knowledge/knowledge';
import type { Edition } from '../../server/knowledge/types';
import { answeredTemplates } from '../guards/answered';
import { packs, runIn } from './running';

const knowledge = loadKnowledge();
const EDITIONS: readonly Edition[] = ['2011', '2018'];

async function written(...argv: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const ran = await runIn('/sms', ['schemas', ...argv], {
    write: (file, text) => {
      files.set(path.relative('/sms', file).split(path.sep).join('/'), text);
      return Promise.resolve();
    },
  });
  assert.deepEqual([ran.exit, ran.err], [0, '']);
  return files;
}

/** By kind. Throws where one is no schema. */
async function validators(edition: Edition): Promise<ReadonlyMap<string, ValidateFunction>> {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addFormat('date', formats.date);
  const files = await written('--edition', edition, 'out');
  return new Map([...files].map(([file, text]) => [path.posix.basename(file, '.schema.json'), ajv.compile(JSON.parse(text))]));
}

/** What is wrong with each document of a text, as a line that begins with its kind. */
function faults(text: string, by: ReadonlyMap<string, ValidateFunction>): string[] {
  return parseAllDocuments(text).flatMap((document) => {
    const data: unknown = document.toJS();
    const kind = String((data as { kind?: unknown } | null)?.kind);
    const validate = by.get(kind);
    if (!validate) return [];
    return validate(data) ? [] : (validate.errors ?? []).map((e) => words(kind, e));
  });
}

const words = (kind: string, { instancePath, message, params }: ErrorObject) =>
  `${kind}${instancePath} ${message} ${JSON.stringify(params)}`;

const textsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));

describe('schemas', () => {
  let by: Readonly<Record<Edition, ReadonlyMap<string, ValidateFunction>>>;
  before(async () => {
    by = { '2011': await validators('2011'), '2018': await validators('2018') };
  });

  it('are one for each kind, each by itself, in words that every reader of JSON Schema knows', async () => {
    const files = await written('some/where');
    assert.deepEqual([...files.keys()].sort(), [...knowledge.kinds.keys()].map((kind) => `some/where/${kind}.schema.json`).sort());
    const known = new Set(
      '$schema $comment title description type properties required additionalProperties items enum const pattern format examples minItems minLength minProperties minimum maximum allOf anyOf not if then contains'.split(
        ' ',
      ),
    );
    const look = (schema: unknown, at: string) => {
      if (Array.isArray(schema)) for (const [i, s] of schema.entries()) look(s, `${at}/${i}`);
      else if (typeof schema === 'object' && schema !== null)
        for (const [key, below] of Object.entries(schema)) {
          assert.ok(known.has(key), `${at}/${key}`);
          if (key === 'properties') for (const [name, s] of Object.entries(below as object)) look(s, `${at}/properties/${name}`);
          else if (!['enum', 'const', 'examples', 'required', 'type'].includes(key)) look(below, `${at}/${key}`);
        }
    };
    for (const [file, text] of files) look(JSON.parse(text), file);
  });

  it('are of the edition of today unless one is named', async () => {
    assert.deepEqual(await written('out'), await written('out', '--edition', '2018'));
    assert.notDeepEqual(await written('out'), await written('out', '--edition', '2011'));
  });

  it('keep what is said of each field, and of each word', async () => {
    const sla = JSON.parse((await written('out')).get('out/sla.schema.json') ?? '');
    const { services } = sla.properties;
    assert.equal(services.description, knowledge.kinds.get('sla')?.schema.properties.get('services')?.description);
    assert.match(sla.properties.status.description, /\n- withdrawn: No longer used/);
    assert.match(sla.properties.version.description, /It is a version: .*, such as: 2\.1$/);
  });

  for (const edition of EDITIONS) {
    it(`let whole documents be, ${edition} edition`, () => {
      const texts = textsIn(path.join(packs, `complete-${edition}`));
      assert.ok(texts.length > 20);
      for (const text of texts) assert.deepEqual(faults(text, by[edition]), []);
    });

    it(`let each template be once it is answered, ${edition} edition`, () => {
      const { texts } = answeredTemplates(knowledge);
      assert.deepEqual([...texts.keys()].sort(), [...knowledge.kinds.keys()].sort());
      for (const text of texts.values()) assert.deepEqual(faults(text, by[edition]), []);
    });
  }

  /** What is said by each edition about an answered template after a change to its data. */
  function changed(kind: string, change: (data: Record<string, unknown>) => unknown): Readonly<Record<Edition, readonly string[]>> {
    const data = parseAllDocuments(answeredTemplates(knowledge).texts.get(kind) ?? '')[0]?.toJS() as Record<string, unknown>;
    change(data);
    const said = (edition: Edition) => {
      const validate = by[edition].get(kind);
      assert.ok(validate);
      return validate(data) ? [] : (validate.errors ?? []).map((e) => words(kind, e));
    };
    return { '2011': said('2011'), '2018': said('2018') };
  }
  const lacks = (said: readonly string[], field: string) => said.some((s) => s.includes(`required property '${field}'`));
  const part = (data: Record<string, unknown>, ...names: readonly (string | number)[]) =>
    names.reduce<unknown>((at, name) => (at as Record<string | number, unknown>)[name], data) as Record<string, unknown>;

  it('miss what both editions demand of an agreement', () => {
    const said = changed('sla', (sla) => delete sla.targets);
    assert.ok(lacks(said['2011'], 'targets') && lacks(said['2018'], 'targets'));
    const inItem = changed('sla', (sla) => delete part(sla, 'targets', 0).window);
    assert.ok(lacks(inItem['2011'], 'window') && lacks(inItem['2018'], 'window'));
    assert.notDeepEqual(changed('sla', (sla) => Object.assign(sla, { targets: [] }))['2018'], []);
  });

  it('miss what only one edition demands only by that one', () => {
    const termination = changed('contract', (contract) => delete part(contract, 'termination').transfer);
    assert.ok(lacks(termination['2011'], 'transfer'));
    assert.deepEqual(termination['2018'], []);
    const outcomes = changed('service', (service) => {
      Object.assign(service, { status: 'live', usedBy: 'customers' });
      delete service.outcomes;
    });
    assert.ok(lacks(outcomes['2018'], 'outcomes'));
    assert.deepEqual(outcomes['2011'], []);
  });

  it('ask nothing of a draft, nor of what no demand is about', () => {
    const draft = (sla: Record<string, unknown>) => {
      delete sla.targets;
      sla.status = 'draft';
    };
    assert.deepEqual(changed('sla', draft)['2018'], []);
    const supporting = changed('service', (service) => {
      Object.assign(service, { status: 'live', usedBy: 'services' });
      delete service.outcomes;
    });
    assert.deepEqual(supporting['2018'], []);
  });

  it('take "none", a pointer and what standard terms cover for what they stand for', () => {
    assert.deepEqual(changed('sla', (sla) => Object.assign(sla, { exceptions: 'none, because it never stops' }))['2011'], []);
    assert.notDeepEqual(changed('sla', (sla) => Object.assign(sla, { exceptions: 'several' }))['2011'], []);
    assert.deepEqual(changed('contract', (contract) => Object.assign(contract, { interfaces: { place: '§ 2' } }))['2011'], []);
    const covered = (contract: Record<string, unknown>) => {
      delete contract.interfaces;
      contract.terms = { standard: true, covers: ['interfaces'] };
    };
    assert.deepEqual(changed('contract', covered)['2011'], []);
    assert.ok(lacks(changed('contract', (contract) => delete contract.interfaces)['2011'], 'interfaces'));
  });

  it('refuse unknown fields, wrong words and wrong days', () => {
    assert.match(changed('sla', (sla) => Object.assign(sla, { targetz: [] }))['2018'].join(), /additional properties.*targetz/);
    assert.match(changed('sla', (sla) => Object.assign(sla, { status: 'signed' }))['2018'].join(), /allowed values/);
    assert.match(changed('sla', (sla) => Object.assign(sla, { valid: { from: '2026-02-30' } }))['2018'].join(), /format "date"/);
    assert.match(changed('sla', (sla) => Object.assign(sla, { kind: 'contract' }))['2018'].join(), /constant/);
  });

  it('take numbers where characters count', () => {
    assert.deepEqual(changed('sla', (sla) => Object.assign(sla, { version: 1.1, id: 2026 }))['2018'], []);
    assert.deepEqual(changed('sms', (sms) => Object.assign(sms, { edition: 2018 }))['2018'], []);
  });
});

describe('the command schemas', () => {
  it('makes the folder', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sms-evidence-schemas-'));
    try {
      const ran = await runIn(folder, ['schemas', 'a/b'], { write: writeText });
      assert.deepEqual([ran.exit, ran.out, ran.err], [0, `${knowledge.kinds.size} schemas of the 2018 edition are in a/b.\n`, '']);
      assert.ok(existsSync(path.join(folder, 'a', 'b', 'sla.schema.json')));
      const blocked = await runIn(folder, ['schemas', 'a/b/sla.schema.json'], { write: writeText });
      assert.equal(blocked.exit, 2);
      assert.match(blocked.err, /^Nothing could be written to "a\/b\/sla\.schema\.json": /);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('refuses what it does not understand', async () => {
    const wrong = async (...argv: string[]) => {
      const { exit, out, err } = await runIn('/sms', ['schemas', ...argv]);
      assert.deepEqual([exit, out], [2, '']);
      return err.replace(' See: sms-evidence --help\n', '');
    };
    assert.equal(await wrong(), 'schemas needs one folder to write to.');
    assert.equal(await wrong('a', 'b'), 'schemas needs one folder to write to.');
    assert.equal(await wrong('a', '--edition', '2005'), '--edition can be 2011 or 2018, not "2005".');
    assert.equal(await wrong('a', '--format', 'json'), '--format goes with check, coverage or explain only.');
  });
});
