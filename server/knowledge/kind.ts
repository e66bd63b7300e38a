// What follows from a kind by convention: its process and the name of its files. Must not know any kind by name.
import type { Knowledge } from './knowledge';
import type { Kind, Process } from './types';

/** The process that a kind belongs to by its folder; undefined for what belongs to all. */
export const processOf = (kind: Kind, knowledge: Knowledge): Process | undefined =>
  knowledge.processes.find((p) => p.clause === kind.folder.split('-')[0]);

/** A manifest has its kind's name, all else `<id>.<kind>.yaml`. */
export const fileNameOf = ({ kind, form }: Kind, id = '<id>'): string => (form === 'manifest' ? `${kind}.yaml` : `${id}.${kind}.yaml`);
