// The texts that client and command line show to people, out of their sources and the extension's manifest. Must not know what they say.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Without comments, so that quotes in these begin no text. */
const COMMENT = /\/\*[\s\S]*?\*\/|(?<=^|[\s;{(,])\/\/[^\n]*/g;
const TEXT = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g;

/** Words with a space between them, that aren't a list of options or a path. */
const isSaid = (text) => /[A-Za-z]{2,}[,:]? [a-z"$]/.test(text) && !/JSON\.stringify/.test(text) && !/^(?:\.|\/|--|import |\^)/.test(text);

/** Of a folder below the root, by file: each text as it stands in the source, with `${…}` where a value comes. */
export function textsOf(root, folder) {
  const files = readdirSync(path.join(root, folder)).filter((name) => name.endsWith('.ts'));
  return files.sort().flatMap((name) => {
    const source = readFileSync(path.join(root, folder, name), 'utf8')
      .replace(/^import [\s\S]*?;$/gm, '')
      .replace(COMMENT, '');
    const texts = [...source.matchAll(TEXT)].map(([, a, b, c]) => (a ?? b ?? c ?? '').replace(/\\(['"`])/g, '$1').replaceAll('\\n', ' '));
    const said = [...new Set(texts.filter(isSaid))];
    return said.length > 0 ? [{ file: `${folder}/${name}`, texts: said }] : [];
  });
}

/** Titles and descriptions of commands, settings, welcome texts and the walkthrough. */
export function manifestTexts(root) {
  const { description, contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const texts = [description];
  const walk = (value, key) => {
    if (typeof value === 'string' && ['title', 'description', 'contents', 'enumDescriptions'].includes(key)) texts.push(value);
    else if (Array.isArray(value)) for (const item of value) walk(item, key);
    else if (value && typeof value === 'object') for (const [name, below] of Object.entries(value)) walk(below, name);
  };
  walk(contributes, '');
  return [...new Set(texts)];
}
