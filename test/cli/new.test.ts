// The command `new`: by words of the trade, with what the SMS knows filled in, beside alike documents, never over a file.
import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createFiles } from '../../server/host/disk';
import { runIn, withFiles } from './running';

const create = createFiles;
const SMS = {
  'sms.yaml': 'kind: sms\nformat: 1\nedition: 2018\n',
  'customers.customer-register.yaml':
    'kind: customer-register\nid: c\ncustomers:\n  - {id: hr, name: Human Resources}\n  - {id: sales, name: Sales}\n',
  'services.service-catalogue.yaml':
    'kind: service-catalogue\nid: services\nstatus: agreed\nservices:\n  - {id: mail, name: Mail, status: live, usedBy: customers}\n',
  'agreements/pay-hr.sla.yaml': 'kind: sla\nid: pay-hr\nstatus: draft\n',
};

function typing(...lines: string[]) {
  return { ask: () => Promise.resolve(lines.shift()) };
}

describe('new', () => {
  it('begins a document by options alone, beside alike ones, with what is known filled in', async () => {
    await withFiles(SMS, async (cwd) => {
      const { exit, out, err } = await runIn(cwd, ['new', 'service', 'level', 'agreement', '--customer', 'sales', '--id', 'mail-sales'], {
        create,
      });
      assert.deepEqual([exit, err], [0, '']);
      const text = readFileSync(path.join(cwd, 'agreements', 'mail-sales.sla.yaml'), 'utf8');
      assert.match(text, /^kind: sla\nid: mail-sales\nversion: 1\.0\n/);
      assert.match(text, /\nparties:\n {2}customer: sales\nservices:\n {2}- mail\n/);
      assert.match(text, /\nhistory:.*\n {2}- version: 1\.0\n {4}on: <[^>]+\?>\n$/, 'a first version needs no change');
      assert.match(out, /^Written: agreements\/mail-sales\.sla\.yaml, \d+ questions are open\n {2}agreements\/mail-sales\.sla\.yaml:6 {2}/);
    });
  });

  it('leaves questions that a check tells as one, and that fail nothing while it is a draft', async () => {
    await withFiles(SMS, async (cwd) => {
      await runIn(cwd, ['new', 'contract', '--id', 'acme'], { create });
      const { exit, out } = await runIn(cwd, ['check', 'acme.contract.yaml']);
      assert.equal(exit, 0, out);
      const told = out.split('\n').filter((line) => line.endsWith('[unanswered]'));
      assert.equal(told.length, 1, out);
      assert.match(
        told[0] ?? '',
        / information This question is still open: <.+\?> .+ \d+ more questions of this document are still open\. /,
      );
      const agreed = readFileSync(path.join(cwd, 'acme.contract.yaml'), 'utf8').replace('status: draft', 'status: agreed');
      writeFileSync(path.join(cwd, 'acme.contract.yaml'), agreed);
      assert.equal((await runIn(cwd, ['check', 'acme.contract.yaml'])).exit, 1);
    });
  });

  it('takes its id from what it is about where none is given', async () => {
    await withFiles(SMS, async (cwd) => {
      await runIn(cwd, ['new', 'sla', '--customer', 'hr', '--service', 'mail'], { create });
      assert.deepEqual(readdirSync(path.join(cwd, 'agreements')), ['hr-mail.sla.yaml', 'pay-hr.sla.yaml']);
    });
  });

  it('finds the SMS from a folder within it, and puts the file where it is told', async () => {
    await withFiles(SMS, async (cwd) => {
      const { exit, err } = await runIn(path.join(cwd, 'agreements'), ['new', 'ola', '--id', 'desk', '--file', 'here/desk.ola.yaml'], {
        create,
      });
      assert.deepEqual([exit, err], [0, '']);
      assert.match(readFileSync(path.join(cwd, 'agreements', 'here', 'desk.ola.yaml'), 'utf8'), /^kind: ola\nid: desk\n/);
    });
  });

  it('asks in a terminal: what, for whom, which id, where', async () => {
    await withFiles(SMS, async (cwd) => {
      const { exit, out, err } = await runIn(cwd, ['new'], { create, ...typing('sla', '2', '', 'Büro für alle', '') });
      assert.equal(exit, 0);
      assert.match(out, /Which customer .+\n.+\n {2}1 {2}Human Resources \(hr\)\n {2}2 {2}Sales \(sales\)\n/);
      assert.equal(err, 'An id has only letters, digits and hyphens, so it will be Buero-fuer-alle.\n');
      const text = readFileSync(path.join(cwd, 'agreements', 'Buero-fuer-alle.sla.yaml'), 'utf8');
      assert.match(text, /\n {2}customer: sales\n/);
    });
  });

  it('writes nothing where somebody stops, at whichever question', async () => {
    for (let answered = 0; answered < 5; answered++) {
      await withFiles(SMS, async (cwd) => {
        const { exit, err } = await runIn(cwd, ['new'], { create, ...typing(...['sla', '2', '', 'x', ''].slice(0, answered)) });
        assert.deepEqual([exit, err], [2, 'Stopped. Nothing was written.\n']);
        assert.deepEqual(readdirSync(path.join(cwd, 'agreements')), ['pay-hr.sla.yaml']);
      });
    }
  });

  it('refuses, with what is wrong, and writes nothing', async () => {
    await withFiles({ ...SMS, 'agreements/taken.sla.yaml': '' }, async (cwd) => {
      const wrong = async (...argv: string[]) => {
        const { exit, err } = await runIn(cwd, ['new', ...argv], { create });
        assert.equal(exit, 2);
        return err;
      };
      assert.match(await wrong(), /^new needs to know what:\n {2}sms: [\s\S]*\n {2}sla: Service level agreement, /);
      assert.match(await wrong('ola contract'), /^There is nothing to record that goes by "ola contract"\. Did you mean contract\?/);
      assert.equal(
        await wrong('sla', 'mail', 'Hr'),
        'There is nothing to record that goes by "sla mail Hr". "sms-evidence new" alone shows all there are.\n',
      );
      assert.equal(await wrong('sla', 'Mail'), 'new takes what it is to be, and its id behind --id: sms-evidence new sla --id Mail\n');
      assert.match(await wrong('review'), /^"review" may mean several documents; please say which:\n {2}service-review: /);
      assert.match(await wrong('ola'), /^new ola needs --id: By which short name /);
      assert.match(await wrong('ola', '--id', '…'), /^An id needs letters or digits/);
      assert.equal(
        await wrong('sla', '--id', 'pay-hr'),
        'There is already a service level agreement "pay-hr", in agreements/pay-hr.sla.yaml.\n',
      );
      assert.equal(await wrong('sla', '--id', 'taken'), 'There is already a file "agreements/taken.sla.yaml": nothing was written.\n');
      assert.equal(
        await wrong('sla', '--id', 'Pay-HR'),
        'There is already a service level agreement "pay-hr", and only capitals tell the two apart.\n',
      );
      const outside = 'is outside of the folder with sms.yaml, and would not be read with it: name a place inside it.\n';
      for (const file of ['../x.yaml', path.join(tmpdir(), 'x.yaml')])
        assert.equal(await wrong('calendar', '--id', 'x', '--file', file), `"${file}" ${outside}`);
      assert.equal(await wrong('calendar', '--id', 'x', '--file', '.old/x.yaml'), 'What lies in ".old" is not read: name another place.\n');
      assert.equal(await wrong('manifest'), 'There is already a manifest here.\n');
      assert.equal(await wrong('calendar', '--id', 'x', '--customer', 'hr'), 'A calendar is about no customer: take out --customer.\n');
      assert.equal(await wrong('calendar', '--id', 'x', '--file', 'x.txt'), '"x.txt" has to end in .yaml to be read as evidence.\n');
      assert.equal(readdirSync(cwd, { recursive: true }).length, Object.keys(SMS).length + 2);
    });
  });

  it('says in plain words why the system does not let it be written', async () => {
    await withFiles({ ...SMS, notes: 'a file' }, async (cwd) => {
      const { exit, err } = await runIn(cwd, ['new', 'calendar', '--id', 'x', '--file', 'notes/x.yaml'], { create });
      assert.deepEqual([exit, err], [2, '"notes/x.yaml" could not be written: there is a file where a folder would have to be.\n']);
      const locked = () =>
        Promise.reject(Object.assign(new Error(`EACCES: permission denied, open '${cwd}'`), { code: 'EACCES', syscall: 'open' }));
      const said = await runIn(cwd, ['new', 'calendar', '--id', 'x'], { create: locked });
      assert.deepEqual([said.exit, said.err], [2, '"x.calendar.yaml" could not be written: you are not allowed to write there.\n']);
    });
  });

  it('begins one without sms.yaml, in a folder with spaces, and says what is missing around it', async () => {
    await withFiles({ 'my evidence/notes.txt': '' }, async (cwd) => {
      const folder = path.join(cwd, 'my evidence');
      const { exit, out } = await runIn(folder, ['new', 'sla', '--id', 'mail'], { create });
      assert.equal(exit, 0);
      assert.match(
        out,
        /^Written: mail\.sla\.yaml, .*\n[\s\S]*\nThere is no sms\.yaml here or above, .*: begin it with "sms-evidence init"\.\n$/,
      );
      const inSms = await runIn(folder, ['new', 'sms'], { create });
      assert.doesNotMatch(inSms.out, /There is no sms\.yaml/);
      assert.doesNotMatch((await runIn(folder, ['new', 'sla', '--id', 'two'], { create })).out, /There is no sms\.yaml/);
    });
  });

  it('takes what it is about by its name too, and asks where an id is nearly one', async () => {
    await withFiles(SMS, async (cwd) => {
      const named = await runIn(cwd, ['new', 'sla', '--customer', 'human resources', '--id', 'a'], { create });
      assert.deepEqual([named.exit, named.err], [0, '']);
      assert.match(readFileSync(path.join(cwd, 'agreements', 'a.sla.yaml'), 'utf8'), /\n {2}customer: hr\n/);
      const near = await runIn(cwd, ['new', 'sla', '--customer', 'sale', '--id', 'b'], { create });
      assert.equal(near.err, 'There is no customer "sale" yet. Did you mean "sales"?\n');
    });
  });

  it('says that what it is to be about is not known yet, and goes on', async () => {
    await withFiles(SMS, async (cwd) => {
      const { exit, err } = await runIn(cwd, ['new', 'contract', '--supplier', 'Kühn KG', '--id', 'x'], { create });
      assert.equal(exit, 0);
      assert.equal(err, 'An id has only letters, digits and hyphens, so it will be Kuehn-KG.\nThere is no supplier "Kuehn-KG" yet.\n');
    });
  });
});
