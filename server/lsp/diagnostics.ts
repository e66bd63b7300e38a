// Findings as diagnostics of the Language Server Protocol. Must not decide what is found.
import { type Diagnostic, type DiagnosticRelatedInformation, DiagnosticSeverity, type Range } from 'vscode-languageserver-types';
import { type Files, type Located, locateAll, type Stretch } from '../assess/located';
import type { Severity } from '../knowledge/types';
import { LineIndex } from '../model/line-index';
import type { Sms } from '../workspace/sms';
import type { OfCode } from './codes';

export const SOURCE = 'SMS Evidence';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** More in one file would only hold up the editor; nobody reads them. */
const MOST = 1_000;

/** What is found in a file as the editor shows it, in the order of the text. */
export function located(uri: string, sms: Sms): Located[] {
  const file = sms.files.get(uri);
  // What the baseline lists can still be mended where it stands, and is in nobody's way.
  const told = sms.findings(uri).flatMap((f) => (f.waived ? [] : [f.old ? { ...f, severity: 'hint' as const } : f]));
  return file ? locateAll(told, file, sms.files, sms.knowledge, true).slice(0, MOST) : [];
}

/** `asKnown` turns one of our uris into the editor's own spelling of it. */
export function toDiagnostics(
  found: readonly Located[],
  files: Files,
  asKnown: (uri: string) => string,
  ofCode: (code: string) => OfCode,
): Diagnostic[] {
  const ranges = new Ranges(files);
  return found.map(({ finding, at, because }) => ({
    range: ranges.of(at),
    severity: SEVERITIES[finding.severity],
    code: finding.code,
    ...ofCode(finding.code),
    source: SOURCE,
    message: finding.message,
    relatedInformation: because.map(
      (b): DiagnosticRelatedInformation => ({ location: { uri: asKnown(b.uri), range: ranges.of(b) }, message: b.message }),
    ),
    data: { code: finding.code, demands: finding.demands },
  }));
}

/** Offsets to ranges, each file's lines counted once. */
export class Ranges {
  readonly #lines = new Map<string, LineIndex>();

  constructor(readonly files: Files) {}

  of({ uri, start, end }: Stretch): Range {
    const lines = this.lines(uri);
    return { start: lines.positionAt(start), end: lines.positionAt(end) };
  }

  lines(uri: string): LineIndex {
    let lines = this.#lines.get(uri);
    if (!lines) {
      lines = new LineIndex(this.files.get(uri)?.read.text ?? '');
      this.#lines.set(uri, lines);
    }
    return lines;
  }
}
