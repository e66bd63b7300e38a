// The sample SMS as it lies open in VS Code: its files, its findings, its coverage, in the few words that the tests use.
import assert from 'node:assert/strict';
import {
  commands,
  type Diagnostic,
  extensions,
  languages,
  type Position,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { CoverageNode } from '../../client/coverage-nodes';
import type { SmsEvidence } from '../../client/extension';
import { waitFor } from './wait-for';

/** The extension, started. */
export async function smsEvidence(): Promise<SmsEvidence> {
  const extension = extensions.getExtension<SmsEvidence>('sms-evidence.sms-evidence');
  assert.ok(extension, 'the extension is not there');
  return extension.activate();
}

export function folder(): Uri {
  const [first] = workspace.workspaceFolders ?? [];
  assert.ok(first, 'no folder is open');
  return first.uri;
}

export const file = (name: string) => Uri.joinPath(folder(), name);

export const open = async (name: string): Promise<TextEditor> => window.showTextDocument(await workspace.openTextDocument(file(name)));

/** Everything as it was on the disk. */
export async function closeAll(): Promise<void> {
  while (window.activeTextEditor) await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

/** Where `text` first stands, plus `by` characters. */
export function positionOf(document: TextDocument, text: string, by = 0): Position {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, `"${text}" is not in ${document.fileName}`);
  return document.positionAt(offset + by);
}

const codeOf = ({ code }: Diagnostic) => (typeof code === 'object' ? code.value : code);

export const findings = (name: string, code: string) => languages.getDiagnostics(file(name)).filter((finding) => codeOf(finding) === code);

export const finding = (name: string, code: string) =>
  waitFor(() => findings(name, code)[0], { description: `the finding ${code} in ${name}` });

/** The line of the coverage view with these labels, from the top; a label may be just the beginning. */
export async function coverageLine(...labels: string[]): Promise<CoverageNode | undefined> {
  const { lines } = (await smsEvidence()).coverage;
  let line: CoverageNode | undefined;
  for (const label of labels) {
    line = (await lines.getChildren(line))?.find((child) => child.label.startsWith(label));
    if (!line) return undefined;
  }
  return line;
}
