// What the product finds in a case, as markers. Must not know where cases lie, nor what should be found.
import { locateAll, type Stretch } from '../../server/assess/located';
import type { Knowledge } from '../../server/knowledge/knowledge';
import { LineIndex } from '../../server/model/line-index';
import type { NamedRule } from '../../server/rules/rule';
import { Sms } from '../../server/workspace/sms';
import type { Pack } from './fixture';
import { inOrder, type Mark } from './markers';

const FOLDER = 'file:///sms';

export interface Found {
  /** Of each file, in the order of the text; `words` are the whole messages. */
  readonly marks: ReadonlyMap<string, readonly Mark[]>;
  /** Where a demand can't be judged, with the reason. */
  readonly cannotTell: readonly { readonly demand: string; readonly words: string }[];
}

/** Judges the files of a pack as the product does, each missing content apart. Throws the Error of a rule that fails. */
export function findIn({ files, today }: Pack, knowledge: Knowledge, rules: readonly NamedRule[]): Found {
  const texts = [...files].map(([file, { text }]) => ({ file, uri: `${FOLDER}/${encodeURI(file)}`, text }));
  const sms = new Sms(FOLDER, knowledge, rules, today, ({ rule, error }) => {
    throw new Error(`${rule}: ${error}`);
  });
  sms.engine.setFiles(new Set(texts.map(({ uri }) => uri)));
  sms.setTexts(texts.filter(({ file }) => file.endsWith('.yaml')));
  sms.engine.settle();
  const indices = new Map(texts.map(({ uri, text }) => [uri, new LineIndex(text)]));
  const marked = texts.flatMap(({ uri }) => {
    const file = sms.files.get(uri);
    return file ? locateAll(sms.findings(uri), file, sms.files, knowledge, false) : [];
  });
  const marks = marked.flatMap(({ finding: { code, severity, message }, at, because }) => [
    { uri: at.uri, mark: { ...range(at, indices), as: severity === 'error' ? '' : severity, code, words: message } },
    ...because.map((b) => ({ uri: b.uri, mark: { ...range(b, indices), as: 'because', code, words: b.message } })),
  ]);
  const instances = [...sms.engine.results()].flatMap((r) => r.instances).filter((i) => i.state === 'cannot tell' && !i.draft);
  return {
    marks: new Map(texts.map(({ file, uri }) => [file, inOrder(marks.filter((m) => m.uri === uri).map((m) => m.mark))])),
    cannotTell: instances.map((i) => ({ demand: i.demand, words: `${i.demand} ${i.label}: ${i.reason ?? ''}` })),
  };
}

function range({ uri, start, end }: Stretch, indices: ReadonlyMap<string, LineIndex>): Pick<Mark, 'start' | 'end'> {
  const index = indices.get(uri);
  if (!index) throw new Error(`something is found in ${uri}, which isn't part of the case`);
  return { start: index.positionAt(start), end: index.positionAt(end) };
}
