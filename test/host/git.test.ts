// What git tells of files: whose commit brought a line, also after a renaming and in a copy that lacks the older commits.
import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gitHistory } from '../../server/host/git';
import { Repository } from '../cli/repository';

const ANN = { name: 'Ann Sølv', mail: 'ann@port.example' };
const BEN = { name: 'Ben', mail: 'ben@port.example' };

describe('git', () => {
  const home = mkdtempSync(path.join(tmpdir(), 'sms-evidence-git-'));
  after(() => rmSync(home, { recursive: true, force: true }));
  const folderOf = (name: string) => {
    const folder = path.join(home, name);
    mkdirSync(folder, { recursive: true });
    return folder;
  };
  const uri = (...names: string[]) => pathToFileURL(path.join(home, ...names)).href;
  const committed = async (folder: string, ...names: string[]) => {
    const head = await gitHistory.head(uri(folder));
    return head && gitHistory.committed(uri(folder, ...names), head);
  };
  const authors = async (folder: string, ...names: string[]) => (await committed(folder, ...names))?.commits.map((c) => c.author);

  it('says whose commit brought each line, and when', async () => {
    const folder = folderOf('plain');
    const repository = new Repository(folder);
    writeFileSync(path.join(folder, 'a b.yaml'), 'one\ntwo\n');
    repository.commit(ANN, '2026-01-19');
    const before = await gitHistory.head(uri('plain'));
    writeFileSync(path.join(folder, 'a b.yaml'), 'one\n  zwei\n');
    repository.commit(BEN, '2026-02-03');
    const found = await committed('plain', 'a b.yaml');
    assert.equal(found?.text, 'one\n  zwei');
    assert.deepEqual(
      found?.commits.map(({ author, mail, day, isCutOff }) => ({ author, mail, day, isCutOff })),
      [
        { author: ANN.name, mail: ANN.mail, day: '2026-01-19', isCutOff: false },
        { author: BEN.name, mail: BEN.mail, day: '2026-02-03', isCutOff: false },
      ],
    );
    const head = await gitHistory.head(uri('plain'));
    assert.notEqual(head?.id, before?.id);
    assert.deepEqual(head && (await gitHistory.authors(uri('plain'), head)), [BEN.name, BEN.mail, ANN.name, ANN.mail]);
    assert.deepEqual(head, { id: found?.commits[1]?.id, isShallow: false });
  });

  it('looks past a mere indentation and a renaming', async () => {
    const folder = folderOf('renamed');
    const repository = new Repository(folder);
    writeFileSync(path.join(folder, 'old.yaml'), 'one\ntwo\nthree\nfour\n');
    repository.commit(ANN, '2026-01-19');
    mkdirSync(path.join(folder, 'below'));
    renameSync(path.join(folder, 'old.yaml'), path.join(folder, 'below', 'new.yaml'));
    repository.commit(BEN, '2026-02-03');
    writeFileSync(path.join(folder, 'below', 'new.yaml'), '  one\ntwo\nthree\nfour\n');
    repository.commit(BEN, '2026-02-04');
    assert.deepEqual(await authors('renamed', 'below', 'new.yaml'), Array(4).fill(ANN.name));
  });

  it('says where a copy lacks the commits that would tell', async () => {
    const folder = folderOf('whole');
    const repository = new Repository(folder);
    writeFileSync(path.join(folder, 'a.yaml'), 'one\n');
    repository.commit(ANN, '2026-01-19');
    writeFileSync(path.join(folder, 'b.yaml'), 'two\n');
    repository.commit(BEN, '2026-02-03');
    writeFileSync(path.join(folder, 'c.yaml'), 'three\n');
    repository.commit(BEN, '2026-02-04');
    execFileSync('git', ['clone', '--quiet', '--depth', '2', uri('whole'), path.join(home, 'shallow')], { stdio: 'ignore' });
    const cutOff = async (file: string) => (await committed('shallow', file))?.commits.map((c) => c.isCutOff);
    assert.deepEqual([await cutOff('a.yaml'), await cutOff('c.yaml')], [[true], [false]]);
  });

  it('knows nothing outside of a repository, of what is not committed, and of what lies elsewhere', async () => {
    const folder = folderOf('none');
    writeFileSync(path.join(folder, 'a.yaml'), 'one\n');
    assert.equal(await gitHistory.head(uri('none')), undefined);
    const elsewhere = { id: 'f'.repeat(40), isShallow: false };
    assert.equal(await gitHistory.committed(uri('none', 'a.yaml'), elsewhere), undefined);
    assert.equal(await gitHistory.head(uri('no such folder')), undefined);
    new Repository(folder);
    assert.equal(await gitHistory.head(uri('none')), undefined);
    assert.equal(await gitHistory.committed(uri('none', 'a.yaml'), elsewhere), undefined);
    assert.equal(await gitHistory.head('vscode-vfs://github/port/evidence'), undefined);
    assert.equal(await gitHistory.committed('vscode-vfs://github/port/evidence/a.yaml', elsewhere), undefined);
  });

  it('runs nothing that a repository asks for', async () => {
    const folder = folderOf('trap');
    const repository = new Repository(folder);
    writeFileSync(path.join(folder, 'a.yaml'), 'one\n');
    writeFileSync(path.join(folder, '.gitattributes'), '*.yaml diff=trap\n');
    repository.commit(ANN, '2026-01-19');
    const trap = path.join(home, 'sprung');
    const set = (name: string) => execFileSync('git', ['config', name, `touch '${trap}'; cat`], { cwd: folder });
    for (const name of ['core.fsmonitor', 'diff.trap.textconv', 'core.pager']) set(name);
    assert.deepEqual(await authors('trap', 'a.yaml'), [ANN.name]);
    assert.equal((await gitHistory.head(uri('trap')))?.id.length, 40);
    assert.throws(() => rmSync(trap), /ENOENT/);
  });
});
