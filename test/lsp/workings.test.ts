// What was worked out from a figure, over the wire: hover shows it, with a link that leads to the other side, as the texts are now.
import assert from 'node:assert/strict';
import { HoverRequest } from 'vscode-languageserver/node';
import { MemoryHost } from '../../server/host/memory';
import { folderUri, readPack } from '../guards/pack';
import { Editor } from './editor';

const folder = folderUri('incomplete');
const SLA = `${folder}/mail-hr.sla.yaml`;
const CONTRACT = `${folder}/acme-hosting.contract.yaml`;

describe('hover on a figure over the wire', () => {
  const texts = readPack('incomplete');
  const text = (uri: string) => texts.get(uri) ?? '';
  let editor: Editor;
  before(async () => {
    editor = await Editor.of({ host: new MemoryHost(texts), folders: [folder], today: '2026-11-24' });
    await editor.until('judged', () => editor.shown(CONTRACT).length > 0);
  });
  after(() => editor.close());

  async function hoverOn(uri: string, words: string): Promise<string> {
    const before = text(uri)
      .slice(0, text(uri).indexOf(words) + 1)
      .split('\n');
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    const answer = await editor.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
    assert.ok(answer && typeof answer.contents === 'object' && 'value' in answer.contents);
    return answer.contents.value;
  }

  it('shows both sides and leads to the other', async () => {
    await editor.open(SLA, text(SLA));
    const shown = await hoverOn(SLA, '99.5 %');
    assert.match(
      shown,
      /^Acme Hosting GmbH guarantees 99\.0 % a month for availability; the SLA "mail-hr" that rests on it promises 99\.5 % a month\./,
    );
    const line = text(CONTRACT).slice(0, text(CONTRACT).indexOf('99.0 %')).split('\n').length;
    assert.ok(shown.includes(`(${CONTRACT}#L${line})`), shown);
  });

  it('follows what is typed on the other side', async () => {
    await editor.open(CONTRACT, text(CONTRACT));
    await editor.change(CONTRACT, `# a line more\n${text(CONTRACT).replace('99.0 %', '99.9 %')}`);
    await editor.until('mended', () => !editor.codes(CONTRACT).includes('contract-weaker-than-sla'));
    const shown = await hoverOn(SLA, '99.5 %');
    assert.match(shown, /^Acme Hosting GmbH guarantees 99\.9 % a month/);
    const line = text(CONTRACT).slice(0, text(CONTRACT).indexOf('99.0 %')).split('\n').length + 1;
    assert.ok(shown.includes(`(${CONTRACT}#L${line})`), shown);
  });
});
