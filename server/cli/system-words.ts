// Why the system refused to write something, in plain words. Must not know what was to be written.

/** By the system's own codes. */
const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'you are not allowed to write there',
  EPERM: 'you are not allowed to write there',
  EROFS: 'what lies there can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  ENOTDIR: 'there is a file where a folder would have to be',
  EISDIR: 'there is a folder of that name',
  ENAMETOOLONG: 'the name is too long',
  EBUSY: 'another program is using it',
  EEXIST: 'there is a file where a folder would have to be',
};

const fieldOf = (error: unknown, field: 'code' | 'syscall'): string | undefined => {
  const value: unknown = error instanceof Error ? Reflect.get(error, field) : undefined;
  return typeof value === 'string' ? value : undefined;
};

/** Whether a new file could not be written because there is one of that name. */
export const isTaken = (error: unknown): boolean => fieldOf(error, 'code') === 'EEXIST' && fieldOf(error, 'syscall') !== 'mkdir';

/** Without a full stop; what the system says where there are no words of ours for it. */
export const whyNotWritten = (error: unknown): string =>
  WORDS[fieldOf(error, 'code') ?? ''] ?? (error instanceof Error ? error.message : String(error));
