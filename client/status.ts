// The status bar item: how the SMS of the active editor stands. A click opens the coverage view.
// Must not count: the numbers are the server's.
import { Disposable, StatusBarAlignment, window } from 'vscode';
import type { FolderCoverage, State } from '../server/lsp/protocol';
import type { Coverage } from './coverage';
import { stages, summary } from './coverage-nodes';
import { folderAround } from './folder-around';

const UNLICENSED = 'How the clauses map to the 2018 edition was not checked against a licensed copy.';

export function showStatus(coverage: Coverage): Disposable {
  const item = window.createStatusBarItem('smsEvidence.status', StatusBarAlignment.Left);
  item.name = 'SMS Evidence';
  item.command = 'smsEvidence.showCoverage';
  const show = () => {
    const folder = folderAround(coverage.current(), window.activeTextEditor?.document.uri);
    if (!folder) return item.hide();
    const { evidenced, total } = folder.share;
    item.text = `$(checklist) SMS ${folder.edition}: ${evidenced} of ${total}`;
    item.tooltip = tooltip(folder);
    item.accessibilityInformation = { label: `Service management system, ${summary(folder)}` };
    item.show();
  };
  return Disposable.from(item, coverage.onDidChange(show), window.onDidChangeActiveTextEditor(show));
}

function tooltip(folder: FolderCoverage): string {
  const states = Object.entries(folder.counts) as [State, number][];
  const lines = states.filter(([, count]) => count > 0).map(([state, count]) => `${count} ${state}`);
  return [`${folder.name}, ${summary(folder)}`, stages(folder), ...lines, ...(folder.edition === '2018' ? [UNLICENSED] : [])].join('\n');
}
