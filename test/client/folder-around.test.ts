// That a file is counted to the SMS it lies in.
import assert from 'node:assert/strict';
import { folderAround } from '../../client/folder-around';
import type { CoverageTree, FolderCoverage } from '../../server/lsp/protocol';

const tree = (...uris: string[]): CoverageTree => ({ folders: uris.map((uri) => ({ uri }) as FolderCoverage) });
const around = (folders: CoverageTree | undefined, uri: string | undefined) => folderAround(folders, uri)?.uri;

describe('the SMS around a file', () => {
  it('is the innermost one', () => {
    assert.equal(around(tree('file:///a', 'file:///a/b'), 'file:///a/b/mail.sla.yaml'), 'file:///a/b');
    assert.equal(around(tree('file:///a/b', 'file:///a'), 'file:///a/mail.sla.yaml'), 'file:///a');
  });

  it('is not one whose name merely begins alike', () => {
    assert.equal(around(tree('file:///sms', 'file:///other'), 'file:///sms-old/mail.sla.yaml'), undefined);
  });

  it('is the only one there is for a file elsewhere, and for none', () => {
    assert.equal(around(tree('file:///a'), 'file:///z/readme.md'), 'file:///a');
    assert.equal(around(tree('file:///a'), undefined), 'file:///a');
    assert.equal(around(tree('file:///a', 'file:///b'), undefined), undefined);
    assert.equal(around(undefined, 'file:///a/mail.sla.yaml'), undefined);
  });
});
