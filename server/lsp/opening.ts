// What follows the making of a file: it opens at its first question, with tab stops where the editor can. Must not decide what is made.
import type { Command, Connection, ShowDocumentParams } from 'vscode-languageserver';
import type { Begun, Creation } from '../features/fix';
import { LineIndex } from '../model/line-index';
import { FILL_IN, type FillIn } from './protocol';

/** Has the editor open a file at a place: its argument is the request's. */
export const SHOW = 'sms-evidence.show';

const TITLE = 'Fill it in';

/** `uri`: as the editor spells it. */
export function opening(made: Creation, uri: string, can: { readonly show: boolean; readonly fillsIn: boolean }): Command | undefined {
  if (can.fillsIn) return { title: TITLE, command: FILL_IN, arguments: [uri, made.text, made.snippet] satisfies FillIn };
  return showing(made, uri, can.show);
}

/** The same for what was begun in a file that was there. */
export function showing({ text, asks }: Begun, uri: string, canShow: boolean): Command | undefined {
  const index = new LineIndex(text);
  const selection = asks && { start: index.positionAt(asks.start), end: index.positionAt(asks.end) };
  const show: ShowDocumentParams = { uri, takeFocus: true, ...(selection && { selection }) };
  return canShow ? { title: TITLE, command: SHOW, arguments: [show] } : undefined;
}

export function opens(connection: Connection): void {
  connection.onExecuteCommand(async ({ command, arguments: [asked] = [] }) => {
    if (command === SHOW && isShow(asked)) await connection.window.showDocument(asked);
  });
}

const isShow = (asked: unknown): asked is ShowDocumentParams =>
  typeof asked === 'object' && asked !== null && 'uri' in asked && typeof asked.uri === 'string';
