// The command `schemas`: a JSON Schema for each kind of document, as files. Must not know what schemas say, nor write to the disk itself.
import path from 'node:path';
import type { Knowledge } from '../knowledge/knowledge';
import type { Edition } from '../knowledge/types';
import { jsonSchema } from '../reports/json-schema';

/** Texts by absolute paths, `<kind>.schema.json` each. */
export const schemaFiles = (folder: string, edition: Edition, knowledge: Knowledge): ReadonlyMap<string, string> =>
  new Map(
    [...knowledge.kinds.values()].map((kind) => [
      path.join(folder, `${kind.kind}.schema.json`),
      `${JSON.stringify(jsonSchema(kind, edition, knowledge), undefined, 2)}\n`,
    ]),
  );
