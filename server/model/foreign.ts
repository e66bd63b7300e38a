// Files of other programs under a name that says YAML, told by their first letters. Must not know where files come from.

const FORMATS: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF'],
  ['PK\x03\x04', 'a Word or Excel document, or another packed file'],
  ['\xd0\xcf\x11\xe0', 'an older Word or Excel document'],
  ['{\\rtf', 'a document in RTF'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['<!doctype html', 'a web page'],
  ['<html', 'a web page'],
  ['<?xml ', 'an XML file'],
];

/** What it is, in words; undefined where it may be YAML. `start`: its first letters, of bytes one letter each. */
export function foreignFormat(start: string): string | undefined {
  const first = start.slice(0, 20).toLowerCase();
  return FORMATS.find(([sign]) => first.startsWith(sign.toLowerCase()) || first.startsWith(garbled(sign)))?.[1];
}

/** As an editor shows bytes that are no text. */
const garbled = (sign: string): string => sign.toLowerCase().replace(/[\x80-\xff]/g, '\ufffd');
