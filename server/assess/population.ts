// Whether a thing is one of those that a demand or rule is about. Must not know any population by name.
import { type Measure, parseMeasure } from '../arithmetic/measure';
import { formats } from '../knowledge/formats';
import type { Condition, Json, PathOf, Population } from '../knowledge/types';
import type { Thing } from '../model/pack';
import type { Reader } from '../model/reader';
import { holdsOn, presence, type Standing, standing, stood } from '../model/standing';
import { span } from '../model/versions';
import { isNone, isWritten } from '../model/written';

/** `counts`: a member. `draft`: would be one if its document were agreed. `no`: not one. */
export function membership(thing: Thing, population: Population, reader: Reader): Standing {
  return thing.sort === population.of ? member(thing, population, standing(thing, reader), reader) : 'no';
}

/** As coverage has it: also where only a later version than that of the day is written. */
export function membershipThen(thing: Thing, population: Population, reader: Reader): Standing {
  return thing.sort === population.of ? member(thing, population, stood(thing, reader), reader) : 'no';
}

function member(thing: Thing, population: Population, stands: Standing, reader: Reader): Standing {
  if (stands === 'no' || !inPlaces(thing, population)) return 'no';
  for (const condition of population.where) {
    const isOwnStatus = (thing.path.length === 0 || thing.part) && thing.frame.form === 'controlled' && fieldOf(condition) === 'status';
    if (stands === 'draft' && isOwnStatus) continue;
    const isDates = 'today' in condition && thing.path.length === 0;
    if (isDates && presence(thing, reader) === 'later') continue;
    if (!holds(condition, thing, reader)) return 'no';
  }
  if (population.shortest && holdsAShorter(thing, reader)) return 'no';
  return stands;
}

const fieldOf = (condition: Condition) => condition.field.fields.map((f) => f.name).join('.');

/** `in: [contract.history]`: only the things that stand there. */
function inPlaces(thing: Thing, population: Population): boolean {
  if (!population.in) return true;
  const place = [thing.frame.kind, ...thing.path.filter((p) => typeof p === 'string')].join('.');
  return population.in.includes(place);
}

function holds(condition: Condition, thing: Thing, reader: Reader): boolean {
  const value = reader.at(thing, ...condition.field.fields.map((f) => f.name)).value;
  if ('is' in condition) return [value].flat().some((v) => v !== undefined && condition.is.includes(String(v)));
  if ('not' in condition) return condition.not === 'first' ? !isFirst(thing, reader) : String(value) !== condition.not;
  if ('given' in condition) return isWritten(value) && !isNone(value);
  if ('near' in condition) return !isNear(value, reader.at(thing, condition.near).value, condition.tolerance, reader);
  return holdsOn(value, reader.today());
}

/** As far from the other as the manifest allows, at most; two that can't be compared are near, since nobody can say they stray. */
function isNear(value: Json | undefined, other: Json | undefined, tolerance: PathOf, reader: Reader): boolean {
  const [a, b] = [amount(value), amount(other)];
  if (!a || !b || a.unit !== b.unit || b.number.isZero()) return true;
  const [field = '', ...rest] = tolerance.fields.map((f) => f.name);
  const allowed = amount(reader.says(field, ...rest)?.text) ?? parseMeasure(USUAL_TOLERANCE);
  return a.number
    .minus(b.number)
    .abs()
    .times(100)
    .lte(b.number.abs().times(allowed?.number ?? 0));
}

/** Where the manifest says nothing. Its schema says the same. */
const USUAL_TOLERANCE = '10 %';

const amount = (value: Json | undefined): Measure | undefined =>
  value === undefined || value === null ? undefined : parseMeasure(String(value).replaceAll(',', ''));

/** Another thing of its sort lies within its days and isn't as long. */
function holdsAShorter(thing: Thing, reader: Reader): boolean {
  const own = span(thing, reader);
  return (
    own !== undefined &&
    reader.all(thing.sort).some((t) => {
      const other = span(t, reader);
      return (
        other !== undefined &&
        t.id !== thing.id &&
        other.from >= own.from &&
        other.to <= own.to &&
        (other.from !== own.from || other.to !== own.to)
      );
    })
  );
}

/** The earliest of the list it stands in; where days are missing or the same, the first by order of writing. */
function isFirst(thing: Thing, reader: Reader): boolean {
  const index = thing.path.at(-1);
  if (typeof index !== 'number') return true;
  const root = reader.root(thing);
  const list = root ? reader.at(root, ...thing.path.slice(0, -1)).items : [];
  const lines = list.map((at) => ({ version: String(at.get('version').value), on: String(at.get('on').value ?? '') }));
  const dated = lines.every(({ on }) => formats.date(on));
  const earliest = dated ? lines.reduce((a, b) => (b.on < a.on ? b : a), lines[0] ?? { version: '', on: '' }) : lines[0];
  return earliest?.version === String(reader.at(thing, 'version').value);
}
