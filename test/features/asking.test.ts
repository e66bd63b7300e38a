// Every field of every kind is asked for in a question of words, also where no template speaks of it.
import assert from 'node:assert/strict';
import { asking } from '../../server/features/asking';
import type { Schema } from '../../server/knowledge/types';
import { isQuestion } from '../../server/model/written';
import { scalarText } from '../../server/model/yaml-text';
import { knowledge } from './sms';

describe('questions made from the schema', () => {
  it('are questions, and may stand between brackets as they are', () => {
    const seen = new Set<Schema>();
    const ask = (schema: Schema, key: string) => {
      if (seen.has(schema)) return;
      seen.add(schema);
      const question = asking(schema, key, knowledge.kinds);
      assert.ok(isQuestion(question), question);
      assert.match(
        question,
        /^<(?:Which|What|Who|How|On which|In which|By which|From when|True or false|Can you say|When|Within|Why|Until|Is)\b.*\w.*\?>$/,
        key,
      );
      assert.ok(question.split(' ').length > 1 && !/[a-z][A-Z]/.test(question), question);
      if (!/[,[\]{}]/.test(schema.title ?? '')) assert.equal(scalarText(question, true), question);
      for (const [name, below] of schema.properties) ask(below, name);
      if (schema.items) ask(schema.items, key);
      for (const branch of schema.oneOf ?? []) ask(branch, key);
    };
    for (const kind of knowledge.kinds.values()) for (const [name, below] of kind.schema.properties) ask(below, name);
    assert.ok(seen.size > 300);
  });

  it('say what they are about', () => {
    const of = (schema: Partial<Schema>, key: string) =>
      asking({ types: ['string'], properties: new Map(), ...schema }, key, knowledge.kinds);
    assert.equal(of({ 'x-refers': ['service', 'component'] }, 'of'), '<Which service or component (of)?>');
    assert.equal(of({ format: 'date', title: 'day of the review' }, 'on'), '<On which day (day of the review)?>');
    assert.equal(of({ format: 'duration', 'x-every': true }, 'interval'), '<How often (interval)?>');
    assert.equal(of({ title: 'duties of the customer' }, 'duties'), '<What are the duties of the customer?>');
    assert.equal(of({}, 'measuredAt'), '<What is the measured at?>');
  });
});
