// Which SMS a file belongs to.
// Must not know VS Code beyond the text of a uri.
import type { CoverageTree, FolderCoverage } from '../server/lsp/protocol';

/** The innermost SMS around `uri`; around nothing, or outside of all, the only one there is. */
export function folderAround(tree: CoverageTree | undefined, uri: { toString(): string } | undefined): FolderCoverage | undefined {
  const folders = tree?.folders ?? [];
  const text = uri?.toString();
  const around = folders.filter((folder) => text?.startsWith(folder.uri.endsWith('/') ? folder.uri : `${folder.uri}/`));
  const [innermost] = around.sort((a, b) => b.uri.length - a.uri.length);
  return innermost ?? (folders.length === 1 ? folders[0] : undefined);
}
