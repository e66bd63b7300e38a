// What is wrong with a statement that the scope has nothing of a sort: something of it is there after all, it gives no reason, or
// nobody has looked again. Must not know any population by name.
import { formats } from '../knowledge/formats';
import type { Knowledge } from '../knowledge/knowledge';
import type { Thing } from '../model/pack';
import type { Reader } from '../model/reader';
import { isQuestion, isWritten } from '../model/written';
import { fill } from '../rules/rule';
import { nameOf } from './context';
import type { Finding } from './finding';
import { membership } from './population';
import { sayer } from './say';

const NO_INSTANCE = 'no-instance';

/** `root` is a document as a whole. One that is over is told as such only. */
export function noInstanceFindings(root: Thing, knowledge: Knowledge, reader: Reader): readonly Finding[] {
  const population = root.sort === NO_INSTANCE ? knowledge.populations.get(String(reader.at(root, 'population').value)) : undefined;
  if (!population) return [];
  const say = sayer(root.doc, knowledge);
  const [until, reason] = [reader.at(root, 'until').value, reader.at(root, 'reason').value];
  const values = { population: population.name };
  if (typeof until === 'string' && formats.date(until) && until < reader.today())
    return say('no-instance-lapsed', ['until'], 'value', { ...values, until });
  const there = reader.all(population.of).find((thing) => membership(thing, population, reader) === 'counts');
  const contradicted = there ? contradiction(root, there, values, knowledge, reader) : [];
  // A question that is left there is told as one.
  return isWritten(reason) || isQuestion(reason)
    ? contradicted
    : [...contradicted, ...say('no-instance-without-reason', [], 'head', values)];
}

function contradiction(
  { doc }: Thing,
  there: Thing,
  { population }: { readonly population: string },
  knowledge: Knowledge,
  reader: Reader,
): Finding[] {
  const values = { population, thing: nameOf(there, reader) };
  const message = fill(knowledge.findings.get('no-instance-contradicted')?.because ?? '', values);
  return sayer(doc, knowledge)('no-instance-contradicted', ['population'], 'value', values).map((f) => ({
    ...f,
    because: [{ at: { doc: there.doc, path: there.path, on: 'head' }, message }],
  }));
}
