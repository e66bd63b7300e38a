// The command `explain` for a line of a file: what stands there, what was worked out from it, and what is found. Must not word it.
import { type Located, locateAll, type Stretch } from '../assess/located';
import { lineWords } from '../features/line-words';
import { figureWords } from '../features/working-words';
import { LineIndex } from '../model/line-index';
import { Places } from '../reports/report';
import type { LineReport } from '../reports/text-line';
import type { Sms } from '../workspace/sms';
import type { Wrong } from './asked';
import type { Opened } from './opened';
import { pathFrom } from './paths';

/** A place as typed; line and column from one. */
export interface PlaceOfFile {
  readonly path: string;
  readonly line: number;
  readonly column?: number;
}

/** `contracts/acme.contract.yaml:12` or `:12:5`; undefined for what is no such place. */
export function placeOfFile(text: string): PlaceOfFile | undefined {
  const [, path, line, column] = /^(.+\.[a-z]+):(\d+)(?::(\d+))?$/i.exec(text) ?? [];
  if (path === undefined) return undefined;
  return { path, line: Number(line), ...(column !== undefined && { column: Number(column) }) };
}

/** `opened` is judged, and its only target is the file. */
export function explainLine(
  { path, line, column }: PlaceOfFile,
  { targets: [target], workspace }: Opened,
  cwd: string,
): LineReport | Wrong {
  const sms = target && workspace.smsOf(target.uri);
  const file = target && sms?.files.get(target.uri);
  if (!target?.isFile || !sms || !file) return { wrong: `There is no evidence in "${path}".` };
  const index = new LineIndex(file.read.text);
  if (line < 1 || line > index.lineCount) return { wrong: `"${path}" has no line ${line}: it has ${index.lineCount}.` };
  const question = { file, offset: 0, knowledge: workspace.knowledge, reader: sms.reader(), judged: sms };
  const words = lineWords(question, line - 1, column === undefined ? undefined : column - 1);
  if (!words) return { wrong: `There is no evidence in line ${line} of "${path}".` };
  const isHere = ({ uri, start, end }: Stretch) => {
    if (uri !== target.uri || index.positionAt(start).line !== line - 1) return false;
    const at = column === undefined ? start : index.offsetAt({ line: line - 1, character: column - 1 });
    return start <= at && at <= end;
  };
  const all = [...sms.files.keys()].flatMap((uri) => foundIn(uri, sms));
  return {
    ...words,
    place: `${path}:${line}${column === undefined ? '' : `:${column}`}`,
    found: all.filter((l) => isHere(l.at)),
    pointing: all.filter((l) => !isHere(l.at) && l.because.some(isHere)),
    places: new Places(sms.files, sms.engine.pack, (uri) => pathFrom(cwd, uri)),
    figureWords: (spot) => figureWords(spot, sms),
  };
}

function foundIn(uri: string, sms: Sms): readonly Located[] {
  const file = sms.files.get(uri);
  return file ? locateAll(sms.findings(uri), file, sms.files, sms.knowledge, true) : [];
}
