// Asks for a day or a period, in plain words. Must not judge: whether there are such days the server says.
import { window } from 'vscode';
import type { CoverageQuestion } from '../server/lsp/protocol';
import { questionIn } from './days-asked';

/** Undefined where the author thought better of it. */
export async function askForDays(): Promise<CoverageQuestion | undefined> {
  const text = await window.showInputBox({
    title: 'Coverage on a day, or for a period',
    prompt: 'What did you have on a day (2026-06-30), or all through a period (2026-01-01 to 2026-12-31)?',
    placeHolder: '2026-06-30, or 2026-01-01 to 2026-12-31',
    validateInput: (typed) =>
      questionIn(typed) || typed.trim() === '' ? undefined : 'Write a day such as 2026-06-30, or two with "to" between.',
  });
  return text === undefined ? undefined : questionIn(text);
}
