// Whatever field is offered on a new line of any document, the text is read without a fault when it is taken, and stands where it is known.
import assert from 'node:assert/strict';
import { contentFindings } from '../../server/assess/contents';
import { complete } from '../../server/features/complete';
import { answeredTemplates } from '../guards/answered';
import { applied, knowledge, smsOf, uriOf } from './sms';

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
