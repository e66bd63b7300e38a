// What may be written at the cursor: fields, values, ids of other things, whole documents.
// Must not know any demand, kind or field by name.
import type { Knowledge } from '../knowledge/knowledge';
import { fieldKey, proves } from '../knowledge/proves';
import { type Path, schemaAt, valueAtPath } from '../knowledge/schema';
import type { Kind, Schema } from '../knowledge/types';
import { fieldItems, listItem } from './complete-fields';
import { kindItems, templateItems } from './complete-templates';
import { valueItems } from './complete-values';
import type { Completion } from './completion';
import { fieldWords } from './field-words';
import { kindWords } from './kind-words';
import { type Place, placeAt } from './place';
import type { Question } from './question';

export type { Completion, CompletionData } from './completion';

/** In no particular order; each says where it stands. */
export function complete(question: Question): Completion[] {
  const place = placeAt(question);
  if (!place) return [];
  if (isEmpty(place)) return place.on === 'field' && !place.onDash ? templateItems(place, question) : [];
  if (isKind(place)) return kindItems(place, question);
  const { evidence } = place;
  const schema = evidence && schemaAt(evidence.kind.schema, place.path, evidence.data);
  return evidence && schema ? inEvidence(place, evidence.kind, schema, question) : [];
}

/** The word that says what the document is; not in one that is somebody else's. */
const isKind = ({ on, path, document }: Place): boolean =>
  on === 'value' && path.length === 1 && path[0] === 'kind' && (document.class.is !== 'foreign' || document.yaml.fields.length === 1);

/** Nothing is written but, perhaps, the word that is typed just now. */
const isEmpty = ({ yaml, path }: Place) => path.length === 0 && yaml.fields.length === 0 && (!yaml.other || yaml.other.type === 'scalar');

function inEvidence(place: Place, kind: Kind, schema: Schema, question: Question): Completion[] {
  const { on, path, evidence, hasColon } = place;
  if (on === 'value') return valueItems(schema, place, question);
  const isMap = schema.properties.size > 0 || schema.oneOf !== undefined;
  const isWrittenList = Array.isArray(valueAtPath(evidence?.data, path));
  const fields = isMap && !isWrittenList ? fieldItems(kind, schema, place, question) : [];
  if (hasColon || (isMap && !schema.items)) return fields;
  const groups = schema.items !== undefined && schema.items.properties.size > 0;
  return [...(groups ? listItem(kind, schema.items, place, question) : valueItems(schema, place, question)), ...fields];
}

/** The documentation of a completion, from its `data`; undefined where that is none. */
export function resolve(data: unknown, knowledge: Knowledge): string | undefined {
  if (typeof data !== 'object' || data === null || !('kind' in data) || !('path' in data) || !Array.isArray(data.path)) return undefined;
  const kind = knowledge.kinds.get(String(data.kind));
  const path: Path = data.path.map((key: unknown) => (typeof key === 'number' ? key : String(key)));
  if (!kind) return undefined;
  const proofs = proves(knowledge);
  if (path.length === 0) return kindWords(kind, proofs, knowledge);
  const schema = schemaAt(kind.schema, path);
  return schema && fieldWords(String(path.at(-1)), schema, proofs.get(fieldKey(kind.kind, path)) ?? []);
}
