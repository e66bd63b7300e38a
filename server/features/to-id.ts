// Any words as an id: letters, digits and hyphens. Must not know what the id is for.

const SPELLED: readonly (readonly [RegExp, string])[] = [
  [/ä/g, 'ae'],
  [/ö/g, 'oe'],
  [/ü/g, 'ue'],
  [/Ä/g, 'Ae'],
  [/Ö/g, 'Oe'],
  [/Ü/g, 'Ue'],
  [/ß/g, 'ss'],
  [/[æÆ]/g, 'ae'],
  [/[øØ]/g, 'oe'],
  [/[łŁ]/g, 'l'],
];

/** "Größe der Halle" → "Groesse-der-Halle"; "" where nothing is left of it. */
export function toId(words: string): string {
  const spelled = SPELLED.reduce((text, [letter, letters]) => text.replace(letter, letters), words.normalize('NFC'));
  return spelled
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
