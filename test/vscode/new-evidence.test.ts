// "New Evidence…" as somebody sees it: question after question, a file that opens at its first question, and nothing written before.
import assert from 'node:assert/strict';
import {
  type CancellationToken,
  CancellationTokenSource,
  commands,
  type InputBoxOptions,
  type QuickPickItem,
  QuickPickItemKind,
  Uri,
  window,
  workspace,
} from 'vscode';
import { canPress, press } from './keys';
import { closeAll, file, folder, smsEvidence } from './sample';
import { waitFor } from './wait-for';

type Shown = { readonly placeHolder?: string | undefined; readonly labels: readonly string[]; readonly value?: string | undefined };

const NEW = 'smsEvidence.newEvidence';

/** Whether a window is opened, and what closes it: nothing but its author, or at once a token, as Escape does. */
type Step = (shown: Shown) => 'answer' | 'show' | 'escape';

/** Runs the command and gives what was shown. A window that isn't opened is answered with what stands first in it. */
async function run(given: object, step: Step): Promise<Shown[]> {
  const shown: Shown[] = [];
  const { showQuickPick, showInputBox } = window;
  const stop = new CancellationTokenSource();
  const show = <T>(one: Shown, first: T, open: (token?: CancellationToken) => Thenable<T | undefined>): Thenable<T | undefined> => {
    shown.push(one);
    const how = step(one);
    if (how === 'answer') return Promise.resolve(first);
    const closed = open(how === 'escape' ? stop.token : undefined);
    if (how === 'escape') stop.cancel();
    return closed;
  };
  Object.assign(window, {
    showQuickPick: (items: readonly QuickPickItem[], options: { placeHolder?: string }) =>
      show(
        { placeHolder: options.placeHolder, labels: items.map(({ label }) => label) },
        items.find(({ kind }) => kind !== QuickPickItemKind.Separator),
        (token) => showQuickPick(items, options, token),
      ),
    showInputBox: (options: InputBoxOptions) =>
      show({ placeHolder: options.prompt, labels: [], value: options.value }, options.value, (token) => showInputBox(options, token)),
  });
  try {
    await commands.executeCommand(NEW, undefined, given);
  } finally {
    Object.assign(window, { showQuickPick, showInputBox });
    stop.dispose();
  }
  return shown;
}

/** Takes what each window offers, as the Enter key does, until all is done. */
async function takeAll(given: object): Promise<Shown[]> {
  let isDone = false;
  const done = run(given, () => 'show').finally(() => {
    isDone = true;
  });
  const enter = async () => {
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isDone;
  };
  await waitFor(enter, { description: 'the last question to be answered' });
  return done;
}

const files = async () => (await workspace.findFiles('**/*')).map((uri) => uri.toString()).sort();

describe('VS Code: New Evidence', () => {
  before(smsEvidence);
  const written: Uri[] = [];
  afterEach(async () => {
    await closeAll();
    for (const uri of written.splice(0)) await workspace.fs.delete(uri);
  });

  it('asks for whom and for what, by which id and where, and opens at the first question', async () => {
    const shown = await takeAll({ kind: 'sla' });
    const [customer, service, id, place] = shown;
    assert.equal(shown.length, 4);
    assert.match(customer?.placeHolder ?? '', /^Which customer /);
    assert.ok(customer?.labels.includes('Another customer…'));
    assert.match(service?.placeHolder ?? '', /^Which service /);
    const likely = id?.value ?? assert.fail();
    assert.match(likely, /^[A-Za-z0-9]+-[A-Za-z0-9-]+$/);
    assert.equal(place?.value, `${likely}.sla.yaml`);
    const editor = await waitFor(() => window.activeTextEditor, { description: 'the new document' });
    written.push(editor.document.uri);
    assert.equal(editor.document.uri.toString(), file(`${likely}.sla.yaml`).toString());
    const text = editor.document.getText();
    assert.match(text, new RegExp(`^kind: sla\\nid: ${likely}\\nversion: 1\\.0\\n`));
    assert.match(text, /\n {2}customer: [a-z]+\nservices:\n {2}- [a-z]+\n/);
    assert.match(editor.document.getText(editor.selection), /^<.+\?>$/);
    await commands.executeCommand('type', { text: '2026-12-01' });
    await commands.executeCommand('jumpToNextSnippetPlaceholder');
    assert.match(editor.document.getText(), /\n {2}from: 2026-12-01\n/);
    assert.match(editor.document.getText(editor.selection), /^<.+\?>$/);
    await editor.document.save();
  });

  it('goes from question to question with Tab, and back with Shift+Tab', async function () {
    if (!canPress) this.skip();
    await commands.executeCommand(NEW, undefined, { kind: 'ola', id: 'desk-2027' });
    const editor = await waitFor(() => window.activeTextEditor, { description: 'the new document' });
    written.push(editor.document.uri);
    await editor.document.save();
    const selected = () => editor.document.getText(editor.selection);
    const [first, second, third] = [...editor.document.getText().matchAll(/<[^>\n]+>/g)].map(([question]) => question);
    assert.ok(first && second && third && new Set([first, second, third]).size === 3, String([first, second, third]));
    assert.equal(selected(), first);
    press('Tab');
    await waitFor(() => selected() === second, { description: 'the second question' });
    press('Tab');
    await waitFor(() => selected() === third, { description: 'the third question' });
    press('Shift+Tab');
    await waitFor(() => selected() === second, { description: 'the second question again' });
    await editor.document.save();
  });

  it('writes nothing where somebody has had enough, at whichever question', async () => {
    const before = await files();
    for (let last = 1; last <= 4; last++) {
      let asked = 0;
      const shown = await run({ kind: 'sla' }, () => (++asked === last ? 'escape' : 'answer'));
      assert.equal(shown.length, last);
      assert.deepEqual(await files(), before, `after question ${last}`);
      assert.equal(window.activeTextEditor, undefined);
    }
  });

  it('offers what can be begun, by process, and no second manifest', async () => {
    const [first] = await run({}, () => 'escape');
    assert.equal(first?.placeHolder, 'What do you want to record?');
    assert.ok(first?.labels.includes('Service level agreement') && first.labels.includes('7.2 supplier management'));
    assert.ok(!first.labels.includes('Manifest'));
  });

  it('begins without a question what is all given, in the folder that was clicked', async () => {
    await commands.executeCommand(NEW, Uri.joinPath(folder(), 'contracts'), { kind: 'contract', id: 'telco-lines' });
    const editor = await waitFor(() => window.activeTextEditor, { description: 'the new document' });
    written.push(editor.document.uri);
    assert.equal(editor.document.uri.toString(), file('contracts/telco-lines.contract.yaml').toString());
    assert.match(editor.document.getText(), /^kind: contract\nid: telco-lines\nversion: 1\.0\n/);
    await editor.document.save();
  });

  it('never writes over a file', async () => {
    const before = new TextDecoder().decode(await workspace.fs.readFile(file('acme-hosting.contract.yaml')));
    const { showErrorMessage } = window;
    const said: string[] = [];
    Object.assign(window, { showErrorMessage: (text: string) => void said.push(text) });
    try {
      await commands.executeCommand(NEW, folder(), { kind: 'contract', id: 'acme-hosting' });
    } finally {
      Object.assign(window, { showErrorMessage });
    }
    assert.deepEqual(said, ['There is already a file acme-hosting.contract.yaml. Nothing was written.']);
    assert.equal(new TextDecoder().decode(await workspace.fs.readFile(file('acme-hosting.contract.yaml'))), before);
  });
});
