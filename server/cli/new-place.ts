// In which file a new document is to stand: as said or asked, by convention else, and never where it would not be read or over another.
// Must not know what the document is.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { askText, isStopped, type Person } from './ask';
import type { AskedForNew, Wrong } from './asked';
import type { Surroundings } from './surroundings';

/** Absolute. `home`: the folder of the SMS, where it has a manifest. */
export async function fileOf(
  byConvention: string,
  asked: AskedForNew,
  { cwd, host }: Surroundings,
  person: Person | undefined,
  home: string | undefined,
): Promise<string | Wrong> {
  const wrongPlace = (name: string) => wrongName(name) ?? unread(path.resolve(cwd, name), name, home);
  const usual = path.relative(cwd, byConvention);
  const typed = asked.file ?? (person ? await askText(person, 'In which file is it to stand?', usual, wrongPlace) : usual);
  if (isStopped(typed)) return typed;
  const wrong = wrongPlace(typed);
  if (wrong !== undefined) return { wrong };
  const file = path.resolve(cwd, typed);
  return (await host.read(pathToFileURL(file).href)) ? { wrong: `There is already a file "${typed}": nothing was written.` } : file;
}

/** Why nobody would read it there. */
function unread(file: string, name: string, home: string | undefined): string | undefined {
  if (home === undefined) return undefined;
  const relative = path.relative(home, file);
  const parts = relative.split(path.sep);
  if (parts[0] === '..' || path.isAbsolute(relative))
    return `"${name}" is outside of the folder with sms.yaml, and would not be read with it: name a place inside it.`;
  const hidden = parts.find((part) => part.startsWith('.') || part === 'node_modules');
  return hidden === undefined ? undefined : `What lies in "${hidden}" is not read: name another place.`;
}

const wrongName = (name: string): string | undefined =>
  /\.ya?ml$/i.test(name) ? undefined : `"${name}" has to end in .yaml to be read as evidence.`;
