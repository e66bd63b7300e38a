// Evidence that looks wrong at first sight and is right: nothing may be found fault with, whichever edition it is held against.
import assert from 'node:assert/strict';
import { applies } from '../../server/assess/context';
import type { Edition } from '../../server/knowledge/types';
import { foundIn, knowledge, readFolder, smsOf } from './mending';

const TODAY = '2026-11-24';
const ODD = /(?:^|\s)# Odd: \S/gm;

/** Asked by the 2011 edition only: what a folder that follows the other one need not hold. */
const onlyBefore = new Set(knowledge.demands.filter((d) => applies(d, '2011') && !applies(d, '2018')).map((d) => d.id));

async function found(edition: Edition) {
  const folder = readFolder('oddities');
  const manifest = folder.get('sms.yaml') ?? '';
  const sms = await smsOf(new Map([...folder, ['sms.yaml', manifest.replace(/^edition: .*$/m, `edition: ${edition}`)]]), TODAY);
  assert.equal(sms.coverage().edition, edition);
  const documents = sms.engine.pack.documents;
  return foundIn(sms).flatMap(({ file, found }) =>
    found.map(({ finding: { code, severity, message, ...rest } }) => ({
      ...{ code, severity, line: `${file} ${severity} ${code}: ${message}` },
      status: 'at' in rest ? documents.get(rest.at.doc)?.root.frame.says.status : undefined,
    })),
  );
}

describe('honest oddities', () => {
  it('are many, over all kinds of file', () => {
    const files = [...readFolder('oddities').values()].filter((text) => text.match(ODD));
    assert.ok(files.flatMap((text) => text.match(ODD) ?? []).length >= 20);
    assert.ok(files.length >= 20);
  });

  for (const edition of ['2018', '2011'] as const) {
    it(`are not found fault with, ${edition} edition`, async () => {
      const grave = (await found(edition)).filter((f) => f.severity !== 'hint' && !(edition === '2011' && onlyBefore.has(f.code)));
      assert.deepEqual(
        grave.map((f) => f.line),
        [],
      );
    });

    it(`give hints only in what is not finished, ${edition} edition`, async () => {
      const hints = (await found(edition)).filter((f) => f.severity === 'hint');
      assert.ok(hints.length > 0);
      for (const { status, line, code } of hints) assert.ok(status === 'draft' || code === 'missing-kind', line);
    });
  }
});
