// Files that an editor is about to move or rename, over the protocol. Must not decide what has to be put right.
import type { Connection, WorkspaceEdit } from 'vscode-languageserver';
import { moveFiles } from '../features/move-files';
import { canonical } from '../workspace/uri';
import type { Questions } from './answers';
import { toWorkspaceEdit } from './finding-ones-way';

/** Any file may be one that evidence names. */
export const MOVES = { willRename: { filters: [{ pattern: { glob: '**/*' } }] } };

export function followMoves(connection: Connection, questions: Questions, read: <T>(answer: () => T) => Promise<T>): void {
  connection.workspace.onWillRenameFiles(({ files }) =>
    read((): WorkspaceEdit | null => {
      const moves = files.map(({ oldUri, newUri }) => ({ from: bare(oldUri), to: bare(newUri) }));
      const all = questions.workspace.smss.map((sms) => toWorkspaceEdit(moveFiles(moves, sms.files), sms, questions));
      const changes = Object.assign({}, ...all.map((edit) => edit.changes));
      return Object.keys(changes).length > 0 ? { changes } : null;
    }),
  );
}

const bare = (uri: string): string => canonical(uri).replace(/\/$/, '');
