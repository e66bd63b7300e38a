// That the stories of the README are true: what they quote is what the product says in the folder that they name.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadKnowledge } from '../../server/knowledge/knowledge';
import { rules } from '../../server/rules/gathered';
import { root } from '../guards/source';
import { readCases } from '../rules/fixture';
import { findIn } from '../rules/found';

const HEADING = '## Three stories';

describe('the stories of the README', () => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const section = readme.slice(readme.indexOf(HEADING)).split('\n## ')[0] ?? '';
  const stories = section.split('\n### ').slice(1);

  it('are three', () => assert.equal(stories.length, 3));

  for (const story of stories) {
    const title = story.split('\n')[0] ?? '';
    it(`"${title}" quotes what is said`, () => {
      const [, process, rule, name] = /`test\/rules\/([^/`]+)\/([^/`]+)\/([^/`]+)`/.exec(story) ?? assert.fail('no folder is named');
      const one =
        readCases().find((c) => c.process === process && c.rule === rule && c.name === name) ?? assert.fail('there is no such folder');
      const said = [...findIn(one.pack, loadKnowledge(), rules).marks.values()].flat().map((m) => m.words);
      const quotes = [...story.matchAll(/^> (.+)$/gm)].map(([, words = '']) => words);
      assert.ok(quotes.length > 0);
      for (const quote of quotes) assert.ok(said.includes(quote), `${quote}\nbut it says\n${said.join('\n')}`);
    });
  }
});
