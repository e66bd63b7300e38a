// That each message over the sample folders is whole: no place in it left unfilled, nothing empty.
import assert from 'node:assert/strict';
import { folderUri, judged, packNames, readPack } from './pack';
import { unfilled } from './words';

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

  it('show a place that was not filled', () => {
    assert.deepEqual(unfilled('The {kind} "x" lacks {count} things.'), ['{kind}', '{count}']);
    assert.deepEqual(unfilled('It says {place: "§ 2"}.'), []);
  });
});
