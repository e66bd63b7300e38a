// What is wrong with how an export is read: its mapping, and values that can't be turned. Must not know how that is found.
import type { Path } from '../knowledge/schema';
import type { CellFault } from './cell';
import type { ExportFaultId } from './table';

/** A fault of the mapping itself; `path` counts from the object that holds `export`. */
export interface MappingFault {
  readonly code: ExportFaultId;
  readonly path: Path;
  readonly values: Readonly<Record<string, string>>;
  readonly suggest: readonly string[];
}

/** A cell whose value can't be turned; `path` begins with the number of the item. */
export interface ItemFault extends CellFault {
  readonly path: Path;
}
