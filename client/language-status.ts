// The item behind the braces of the status bar: the edition, how much is found in this file, and restart and log one click away.
// Must not judge anything: the findings are the editor's own.
import { DiagnosticSeverity, Disposable, type DocumentSelector, LanguageStatusSeverity, languages, window } from 'vscode';
import type { Coverage } from './coverage';
import { folderAround } from './folder-around';

const NAME = 'SMS Evidence';

export function showLanguageStatus(coverage: Coverage, selector: DocumentSelector): Disposable {
  const state = languages.createLanguageStatusItem('smsEvidence.state', selector);
  state.name = NAME;
  state.command = { command: 'smsEvidence.restartServer', title: 'Restart' };
  const log = languages.createLanguageStatusItem('smsEvidence.log', selector);
  log.name = `${NAME}: log`;
  log.text = 'What SMS Evidence did';
  log.command = { command: 'smsEvidence.showLog', title: 'Log' };
  const show = () => {
    const uri = window.activeTextEditor?.document.uri;
    const folder = folderAround(coverage.current(), uri);
    const found = uri ? languages.getDiagnostics(uri).filter((d) => d.source === NAME) : [];
    const errors = found.filter((d) => d.severity === DiagnosticSeverity.Error).length;
    state.text = folder ? `SMS Evidence, ${folder.edition} edition` : 'SMS Evidence: not in a service management system';
    state.detail = folder ? said(errors, found.length) : 'A file sms.yaml begins one';
    state.severity = errors > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
  };
  show();
  return Disposable.from(
    state,
    log,
    coverage.onDidChange(show),
    window.onDidChangeActiveTextEditor(show),
    languages.onDidChangeDiagnostics(show),
  );
}

function said(errors: number, all: number): string {
  if (all === 0) return 'nothing found in this file';
  const others = all - errors;
  const words = [errors > 0 && `${errors} ${errors === 1 ? 'error' : 'errors'}`, others > 0 && `${others} of less weight`];
  return `${words.filter(Boolean).join(', ')} in this file`;
}
