// Whether an example was cut in two by a comma of its own, as YAML cuts text without quotes inside brackets. Gives what is wrong, as sentences.
// Must not read files, nor know any kind by name.
import { isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Sources } from './source';

/** From the second example of a line on, each that has a space stands in quotes, so that nobody has to wonder where it begins. */
export function halvedFaults(sources: Sources): string[] {
  return [...sources].flatMap(([file, text]) => {
    const faults: string[] = [];
    visit(parseDocument(text), {
      Pair(_, { key, value }) {
        if (!isScalar(key) || key.value !== 'examples' || !isSeq(value) || !value.flow) return;
        for (const item of value.items.slice(1)) {
          if (isScalar(item) && item.type === 'PLAIN' && /^\p{L}.*\s/u.test(item.source ?? ''))
            faults.push(`${file}: is "${item.source}" an example of its own? Put quotes around it, or around the whole text`);
        }
      },
    });
    return faults;
  });
}
