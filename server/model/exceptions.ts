// What an agreement leaves out of its promises, as texts. Must not know what is worked out from it.
import type { Exception } from '../arithmetic/service-time';
import type { Thing } from './pack';
import type { Reader } from './reader';

/** The exceptions of an agreement as they are written; none where it says that there are none. */
export const exceptionsOf = (agreement: Thing, pack: Reader): readonly Exception[] =>
  pack.at(agreement, 'exceptions').items.map((at) => ({
    what: at.get('what').text,
    when: at.get('when').text,
    upTo: at.get('upTo').text,
    per: at.get('per').text,
  }));
