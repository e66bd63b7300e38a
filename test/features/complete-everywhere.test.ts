// Wherever the cursor is, whatever is offered: it is about that place, and when it is taken the text is read without a new fault.
import assert from 'node:assert/strict';
import { contentFindings } from '../../server/assess/contents';
import { complete } from '../../server/features/complete';
import { fixes } from '../../server/features/fixes';
import { hover } from '../../server/features/hover';
import { readText } from '../../server/model/read';
import { answeredTemplates } from '../guards/answered';
import { ALL } from '../model/texts';
import { applied, knowledge, locatedIn, smsOf, uriOf } from './sms';

const FAULTS = ['unknown-field', 'wrong-type', 'missing-field'];

describe('completion on each line of each kind', () => {
  const { texts } = answeredTemplates(knowledge);
  for (const [kind, text] of texts) {
    it(kind, () => {
      const sms = smsOf({ 'a.yaml': text });
      const read = (now: string) => {
        sms.setTexts([{ uri: uriOf('a.yaml'), text: now }]);
        const file = sms.files.get(uriOf('a.yaml'));
        const evidence = file?.documents[0]?.evidence;
        assert.ok(file && evidence, now);
        return { file, evidence };
      };
      let count = 0;
      for (const { index, 0: line } of text.matchAll(/^ *(?=[a-zA-Z])/gm)) {
        const { file } = read(`${text.slice(0, index)}${line}\n${text.slice(index)}`);
        const fields = complete({ file, offset: index + line.length, knowledge, reader: sms.reader() }).filter((c) => c.kind === 'field');
        const field = fields[count++ % (fields.length || 1)];
        if (!field) continue;
        const after = applied(file.read.text, [field.edit]);
        const { file: now, evidence } = read(after);
        assert.deepEqual(
          now.documents.flatMap((d) => d.yaml.faults),
          [],
          after,
        );
        assert.deepEqual(
          contentFindings(evidence, knowledge).filter((f) => FAULTS.includes(f.code)),
          [],
          after,
        );
      }
      assert.ok(count > 0);
    });
  }
});

describe('a cursor anywhere', () => {
  const texts = Object.entries(ALL);
  for (const [name, text] of texts) {
    it(`in ${name}`, () => {
      const sms = smsOf({ 'a.yaml': text });
      const file = sms.files.get(uriOf('a.yaml'));
      assert.ok(file);
      let shown = 0;
      for (let offset = 0; offset <= text.length; offset += 1 + Math.floor(text.length / 200)) {
        const question = { file, offset, knowledge, reader: sms.reader() };
        const over = hover(question);
        if (over) {
          shown++;
          assert.ok(over.start <= offset && offset <= over.end, `hover at ${offset}`);
        }
        for (const { edit, label } of complete(question)) {
          const around = text.slice(edit.start, edit.end);
          assert.ok(
            edit.start <= offset && offset <= edit.end && !around.includes('\n'),
            `${label} at ${offset}: ${edit.start}-${edit.end}`,
          );
        }
      }
      assert.ok(shown > 0);
      for (const fix of fixes(file, locatedIn(sms, 'a.yaml'), knowledge, sms.reader())) {
        assert.deepEqual(faults(applied(text, fix.edits)), faults(text), fix.title);
      }
    });
  }
});

const faults = (text: string) => readText(text).documents.map((d) => d.faults.map((f) => f.id));
