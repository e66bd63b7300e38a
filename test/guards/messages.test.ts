// That each message over the sample folders is whole: no place in it left unfilled, nothing empty.
import assert from 'node:assert/strict';
import path from 'node:path';
import { loadKnowledge } from '../../server/knowledge/knowledge';
import { messages } from '../../server/reports/messages';
import { rules } from '../../server/rules/gathered';
import { folderUri, judged, packNames, readPack } from './pack';
import { root } from './source';
import { unfilled } from './words';

const jargon =
  /\b(?:propert(?:y|ies)|instances?|arrays?|oneOf|null|boolean|schemas?|strings?|integers?|enum|scalars?|nodes?|tokens?|parse[drs]?|regexp?|undefined)\b/i;

describe('messages', () => {
  for (const name of packNames()) {
    it(`are whole in ${name}`, async () => {
      const workspace = await judged(readPack(name), [folderUri(name)], () => '2026-11-23');
      const found = workspace.smss.flatMap((sms) => [...sms.files.keys()].flatMap((uri) => sms.findings(uri)));
      const messages = found.flatMap((finding) => [finding.message, ...finding.because.map((b) => b.message)]);
      assert.deepEqual(
        messages.filter((message) => !/\w{3}/.test(message) || unfilled(message).length > 0),
        [],
      );
    });
  }

  const all = messages(loadKnowledge(), rules);

  it('have an example for each of their places', () => {
    assert.deepEqual(
      all.filter(({ says }) => unfilled(says).length > 0).map(({ id, says }) => `${id}: ${says}`),
      [],
    );
  });

  it('are sentences, in words of the trade and none of schemas', () => {
    const sentence = /^["'\d*]?[A-Z"].*[.?]$|^["<].*[.?]$/s;
    for (const { id, of, says } of all) {
      assert.doesNotMatch(says, jargon, id);
      if (of !== 'fix') assert.match(says, sentence, id);
      assert.doesNotMatch(says, /\.\.|\s\.|\s{2}/, id);
    }
  });

  it('of the editor and the command line have none of those words either, but for the command that writes schemas', async () => {
    const { manifestTexts, textsOf } = await import(path.join(root, 'scripts', 'texts.mjs'));
    const said: string[] = ['client', 'server/lsp', 'server/cli', 'server/features'].flatMap((folder) =>
      textsOf(root, folder).flatMap(({ texts }: { texts: readonly string[] }) => texts.filter((text) => !/schema/i.test(text))),
    );
    assert.ok(said.length > 100);
    // What comes into a text by name is no word of it; nor is the state of a demand that has no instance.
    const words = [...said, ...manifestTexts(root)]
      .map((text) => text.replace(/\$\{[^}]*\}?/g, '…'))
      .filter((text) => text !== 'no instance');
    assert.deepEqual(
      words.filter((text) => jargon.test(text)),
      [],
    );
  });

  it('show a place that was not filled', () => {
    assert.deepEqual(unfilled('The {kind} "x" lacks {count} things.'), ['{kind}', '{count}']);
    assert.deepEqual(unfilled('It says {place: "§ 2"}.'), []);
  });
});
