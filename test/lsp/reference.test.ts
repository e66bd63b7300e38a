// The reference over the wire: each code leads to its page where the editor says how, and pages can be listed and read.
import assert from 'node:assert/strict';
import { type ClientCapabilities, type CodeAction, CodeActionRequest } from 'vscode-languageserver/node';
import { MemoryHost } from '../../server/host/memory';
import { loadKnowledge } from '../../server/knowledge/knowledge';
import { type PageEntry, type PageText, pageRequest, pagesRequest } from '../../server/lsp/protocol';
import { hrefsBy } from '../../server/lsp/reference';
import { pages } from '../../server/reports/pages';
import { rules } from '../../server/rules/gathered';
import { Editor } from './editor';

const folder = 'file:///sms';
const uri = `${folder}/acme.contract.yaml`;
const FILES = new Map([
  [`${folder}/sms.yaml`, 'kind: sms\nformat: 1\nprovider: Nordlicht IT\nedition: "2011"\nzone: Europe/Berlin\n'],
  [uri, 'kind: contract\nid: acme\nstatus: agreed\nparties: {supplier: acme}\nexceptions: none\nnots: x\n'],
]);
const LINKS: ClientCapabilities = { textDocument: { publishDiagnostics: { codeDescriptionSupport: true } } };

describe('the reference over the wire', () => {
  const editors: Editor[] = [];
  async function start(more: Partial<Parameters<typeof Editor.of>[0]> = {}): Promise<Editor> {
    const editor = await Editor.of({ host: new MemoryHost(new Map(FILES)), folders: [folder], ...more });
    editors.push(editor);
    await editor.until('found', () => editor.codes(uri).includes('unknown-field'));
    return editor;
  }
  afterEach(async () => {
    await Promise.all(editors.splice(0).map((editor) => editor.close()));
  });
  const hrefs = (editor: Editor) => editor.shown(uri).map((d) => [d.code, d.codeDescription?.href]);

  it('leads from each code to its page, as the editor says', async () => {
    const editor = await start({ capabilities: LINKS, options: { pages: 'file:///docs/{page}.md' } });
    const shown = new Map(editor.shown(uri).map((d) => [d.code, d.codeDescription?.href]));
    assert.equal(shown.get('unknown-field'), 'file:///docs/findings/unknown-field.md');
    for (const [code, href] of shown) assert.match(href ?? '', new RegExp(`^file:///docs/(demands|findings)/${code}\\.md$`));
  });

  it('leads nowhere unless the editor says how, and can follow', async () => {
    for (const editor of [await start({ capabilities: LINKS }), await start({ options: { pages: 'x:{page}' } })])
      assert.deepEqual(
        hrefs(editor).filter(([, href]) => href !== undefined),
        [],
      );
  });

  it('names the same finding in a fix as was shown', async () => {
    const editor = await start({ capabilities: LINKS, options: { pages: 'x:{page}' } });
    await editor.open(uri, FILES.get(uri) ?? '');
    await editor.settled();
    const found = editor.shown(uri).find((d) => d.code === 'unknown-field');
    assert.ok(found);
    const params = { textDocument: { uri }, range: found.range, context: { diagnostics: [found] } };
    const actions = (await editor.connection.sendRequest(CodeActionRequest.type, params)) as CodeAction[];
    assert.ok(actions.length > 0);
    assert.ok(actions.some((action) => action.diagnostics?.some((d) => JSON.stringify(d) === JSON.stringify(found))));
  });

  it('has a page for each code there can be', () => {
    const knowledge = loadKnowledge();
    const hrefOf = hrefsBy('{page}', pages(knowledge, rules));
    const lacks = knowledge.demands.flatMap((d) => [d.lacks, d.overdue].flatMap((lack) => lack?.id ?? []));
    const codes = [...knowledge.demands.map((d) => d.id), ...lacks, ...rules.map((r) => r.id), ...knowledge.findings.keys()];
    assert.deepEqual(
      codes.filter((code) => hrefOf(code) === undefined),
      [],
    );
  });

  it('lists all pages, and gives each by its place and by any of its names', async () => {
    const { connection } = await start();
    const entries = await connection.sendRequest<PageEntry[]>(pagesRequest, {});
    const read = (id: string) => connection.sendRequest<PageText | null>(pageRequest, { id });
    for (const sort of ['clauses', 'demands', 'kinds', 'findings', 'terms']) {
      const entry = entries.find((e) => e.page.startsWith(`${sort}/`));
      assert.ok(entry, sort);
      const page = await read(entry.page);
      assert.equal(page?.page, entry.page);
      assert.ok(page.markdown.startsWith(`# ${entry.title}\n`));
    }
    assert.equal((await read('Service Level Agreement'))?.page, 'kinds/sla');
    assert.match((await read('README'))?.markdown ?? '', /^# Reference\n/);
    assert.equal(await read('no such thing'), null);
  });
});
