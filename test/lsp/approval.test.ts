// Approvals over a real connection: what they are worth is looked up apart from typing, and anew with another commit or file.
import assert from 'node:assert/strict';
import { CodeActionRequest, HoverRequest } from 'vscode-languageserver/node';
import type { CommittedFile, Head, History } from '../../server/host/host';
import { MemoryHost } from '../../server/host/memory';
import { type CoverageTree, coverageRequest, type InitializationOptions } from '../../server/lsp/protocol';
import { Editor } from './editor';

const FOLDER = 'file:///port';
const POLICY = `${FOLDER}/rules.security-policy.yaml`;
const SMS = `kind: sms
format: 1
provider: Hafenamt IT
edition: "2018"
people:
  - {id: ho, name: H. Olsen, roles: [approving-manager], mayApprove: [security-policy]}
`;
const APPROVAL = 'approval: {by: ho, authority: rules of procedure, on: 2026-02-20}';
const TEXT = `kind: security-policy\nid: rules\nversion: "1.0"\nstatus: agreed\n${APPROVAL}\n`;

/** A repository with one commit at a time, all lines of which are by one author. */
class OneCommit implements History {
  author = 'H. Olsen';
  asked = 0;

  constructor(readonly files: ReadonlyMap<string, string>) {}

  head(): Promise<Head> {
    return Promise.resolve({ id: this.author, isShallow: false });
  }

  authors(): Promise<readonly string[]> {
    return Promise.resolve([this.author, 'H. Olsen']);
  }

  committed(uri: string): Promise<CommittedFile | undefined> {
    this.asked++;
    const text = this.files.get(uri);
    const commit = { id: 'c0ffee00', author: this.author, mail: '', seconds: 0, day: '2026-02-20', isCutOff: false };
    return Promise.resolve(text === undefined ? undefined : { text, commits: text.split('\n').map(() => commit) });
  }
}

class CommittedHost extends MemoryHost {
  readonly history = new OneCommit(this.files);
}

describe('approvals over the wire', () => {
  let editor: Editor | undefined;
  afterEach(() => editor?.close());

  async function start(options: InitializationOptions = {}): Promise<{ editor: Editor; host: CommittedHost }> {
    const host = new CommittedHost(
      new Map([
        [`${FOLDER}/sms.yaml`, SMS],
        [POLICY, TEXT],
      ]),
    );
    editor = await Editor.of({ host, folders: [FOLDER], options });
    return { editor, host };
  }

  const proofs = async (from: Editor): Promise<readonly string[]> => {
    const { folders } = await from.connection.sendRequest<CoverageTree>(coverageRequest, {});
    const demands = folders.flatMap((f) => f.demands).filter((d) => d.id === '6.6-policy-approved');
    return demands.flatMap((d) => d.instances.flatMap((i) => i.proofs.map((p) => p.label)));
  };
  const hovered = async (from: Editor) => {
    const found = await from.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: POLICY },
      position: { line: 4, character: 2 },
    });
    return JSON.stringify(found?.contents);
  };
  /** Coverage is told anew each time that something was looked up. */
  const soon = async (from: Editor, label: string) => {
    for (;;) {
      const before = from.coverageChanges;
      if ((await proofs(from)).includes(label)) return;
      await from.until(`coverage with "${label}"`, () => from.coverageChanges > before);
    }
  };

  it('are told as committed once that is known, and as stated when the commit is another', async () => {
    const { editor, host } = await start();
    await soon(editor, 'approved by H. Olsen on 2026-02-20, committed');
    assert.equal(host.history.asked, 1);
    await soon(editor, 'approved by H. Olsen on 2026-02-20, committed');
    assert.equal(host.history.asked, 1);
    host.history.author = 'T. Lind';
    await soon(editor, 'approved by H. Olsen on 2026-02-20, stated');
  });

  it('are told in a hover at the first time already', async () => {
    const { editor } = await start();
    await editor.open(POLICY, TEXT);
    assert.match(await hovered(editor), /Approved by H\. Olsen on 2026-02-20, committed\..*Commit c0ffee0 of 2026-02-20/);
    await editor.change(POLICY, TEXT.replace('on: 2026-02-20', 'on: 2026-02-21'));
    assert.match(await hovered(editor), /2026-02-21, stated\..*As it stands here it is not committed\./);
  });

  it('do not ask git in a folder that nobody trusts', async () => {
    const { editor, host } = await start({ trusted: false });
    await editor.open(POLICY, TEXT);
    assert.match(await hovered(editor), /stated\..*Git was not asked/);
    await editor.settled();
    assert.equal(host.history.asked, 0);
  });

  it('can be made in the head of a document', async () => {
    const { editor } = await start();
    await editor.open(POLICY, TEXT);
    const range = { start: { line: 1, character: 5 }, end: { line: 1, character: 5 } };
    const ask = (only: string[]) =>
      editor.connection.sendRequest(CodeActionRequest.type, { textDocument: { uri: POLICY }, range, context: { diagnostics: [], only } });
    const all = (await ask(['refactor'])) ?? [];
    assert.deepEqual(
      all.map(({ title, kind }: { title: string; kind?: string }) => [title, kind]),
      [['Add the fingerprint of "rules" to what H. Olsen approved on 2026-02-20', 'refactor.rewrite.approve']],
    );
    assert.deepEqual(await ask(['quickfix']), []);
    assert.deepEqual(await ask(['source']), []);
  });
});
