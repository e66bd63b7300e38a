// What may be written at the cursor: fields, values, ids of other things, whole documents.
// Must not know any demand, kind or field by name.
import type { Knowledge } from '../knowledge/knowledge';
import { fieldKey } from '../knowledge/proves';
import { type Path, schemaAt, valueAtPath } from '../knowledge/schema';
import type { Kind, Schema } from '../knowledge/types';
import type { Reader } from '../model/reader';
import { fieldItems } from './complete-fields';
import { blockBelow, listItem, wholeItem } from './complete-items';
import { kindItems, kindLines, templateItems } from './complete-templates';
import { valueItems } from './complete-values';
import type { Completion } from './completion';
import { fieldWords } from './field-words';
import { kindWords } from './kind-words';
import { type Offer, offers } from './offer';
import { type Place, placesAt } from './place';
import { fieldOf, type Question } from './question';
import { referenceWords } from './reference-words';

export type { Completion, CompletionData } from './completion';

/** In no particular order; each says where it stands. */
export function complete(question: Question): Completion[] {
  const places = placesAt(question);
  const [place] = places;
  if (!place) return [];
  if (isEmpty(place))
    return place.on === 'field' && !place.onDash ? [...kindLines(place, question), ...templateItems(place, question)] : [];
  if (isKind(place)) return kindItems(place, question);
  return offers(places, question).flatMap((offer, i) => {
    const { evidence, path } = offer.place;
    const schema = evidence && schemaAt(evidence.kind.schema, path, evidence.data);
    const items = evidence && schema ? inEvidence(evidence.kind, schema, offer) : [];
    return items.map((item) => ({ ...item, sort: `${i}${item.sort}` }));
  });
}

/** The word that says what the document is; not in one that is somebody else's. */
const isKind = ({ on, path, document }: Place): boolean =>
  on === 'value' && path.length === 1 && path[0] === 'kind' && (document.class.is !== 'foreign' || document.yaml.fields.length === 1);

/** Nothing is written but, perhaps, the word that is typed just now. */
const isEmpty = ({ yaml, path }: Place) => path.length === 0 && yaml.fields.length === 0 && (!yaml.other || yaml.other.type === 'scalar');

function inEvidence(kind: Kind, schema: Schema, offer: Offer): Completion[] {
  const { on, open, path, evidence, hasColon } = offer.place;
  if (on === 'value') return [...valueItems(schema, offer), ...blockBelow(kind, schema, offer)];
  const isMap = schema.properties.size > 0 || schema.oneOf !== undefined;
  const isWrittenList = open === 'list' || (open === undefined && Array.isArray(valueAtPath(evidence?.data, path)));
  const fields = isMap && !isWrittenList ? [...wholeItem(kind, schema, offer), ...fieldItems(kind, schema, offer)] : [];
  if (hasColon || open === 'map' || (isMap && !schema.items)) return fields;
  const groups = schema.items !== undefined && schema.items.properties.size > 0;
  return [...(groups ? listItem(kind, schema.items, offer) : valueItems(schema, offer)), ...fields];
}

/** The documentation of a completion, from its `data`, in the hover's words; undefined where that is none. */
export function resolve(data: unknown, knowledge: Knowledge, reader: Reader): string | undefined {
  if (typeof data !== 'object' || data === null || !('kind' in data) || !('path' in data) || !Array.isArray(data.path)) return undefined;
  const kind = knowledge.kinds.get(String(data.kind));
  const path: Path = data.path.map((key: unknown) => (typeof key === 'number' ? key : String(key)));
  if (!kind) return undefined;
  const { proofs } = knowledge;
  if (path.length === 0) return kindWords(kind, proofs, knowledge);
  const schema = schemaAt(kind.schema, path);
  const value = 'value' in data && schema ? referenceWords(String(data.value), schema.items ?? schema, knowledge, reader) : undefined;
  const field = fieldOf(path);
  const of = schemaAt(kind.schema, field);
  return value ?? (of && fieldWords(String(field.at(-1)), of, proofs.get(fieldKey(kind.kind, field)) ?? []));
}
