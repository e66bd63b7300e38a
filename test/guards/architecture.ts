// Who may import whom, and what pure code may not do. Each function gives what is wrong in the sources it is given, as sentences.
// Must not read files.
import { blanked, importsOf, type Sources, topLevel } from './source';

/** The rooms, lowest first; those on one line know nothing of each other. */
const ORDER: readonly (readonly string[])[] = [
  ['knowledge'],
  ['arithmetic'],
  ['model'],
  ['rules'],
  ['assess'],
  ['features', 'reports'],
  ['workspace'],
  ['lsp', 'cli'],
  ['entries'],
];
const PURE = ['knowledge', 'arithmetic', 'model', 'rules', 'assess', 'features', 'reports'];

/** Which files may import a package; the first pattern that fits the package decides. */
const PACKAGES: readonly (readonly [what: RegExp, where: RegExp])[] = [
  [/^node:/, /^server\/(host\/(disk|git)\.ts|cli\/|[a-z]+\.ts$)/],
  [/^package\.json$/, /^server\/[a-z]+\.ts$/],
  [/^yaml$/, /^server\/model\//],
  [/^temporal-polyfill$/, /^server\/arithmetic\/(dates|zones)\.ts$/],
  [/^papaparse$/, /^server\/model\/csv\.ts$/],
  [/^decimal\.js$/, /^server\/arithmetic\//],
  [/^fastest-levenshtein$/, /^server\/knowledge\/nearest\.ts$/],
  [/^@noble\/hashes\//, /^server\/model\/(content|export)\.ts$/],
  [/^ajv\//, /^server\/knowledge\/gathered\//],
  [/^vscode-languageserver-types$/, /^server\/(features|lsp)\//],
  [/^vscode-languageserver(-textdocument|\/(node|browser))?$/, /^server\/(lsp\/|[a-z]+\.ts$)/],
  [/^vscode(-languageclient(\/(node|browser))?)?$/, /^client\//],
];

/** The room a file stands in: its folder below server/, `entries` for server/main.ts and its like, `client`. */
function roomOf(file: string): string {
  const [top = '', folder = '', rest] = file.split('/');
  return top === 'server' ? (rest === undefined ? 'entries' : folder) : top;
}

const rank = (room: string): number => ORDER.findIndex((rooms) => rooms.includes(room));

/** Imports that go upwards or sideways, or out of a room that has to stay by itself. */
export function wrongDirections(sources: Sources): string[] {
  return imports(sources).flatMap(([from, to]) => {
    if (!to.includes('/') || !to.endsWith('.ts')) return [];
    const why = wrongDirection(from, to);
    return why ? [`${from} imports ${to}: ${why}`] : [];
  });
}

function wrongDirection(from: string, to: string): string | undefined {
  const [here, there] = [roomOf(from), roomOf(to)];
  if (here === there) return undefined;
  if (here === 'client') return to === 'server/lsp/protocol.ts' ? undefined : 'the client shares the protocol only';
  if (here === 'host') return 'a host knows files and nothing else';
  if (there === 'host') return rank(here) >= rank('workspace') ? undefined : `${here} is free of disks and editors`;
  if (rank(here) < 0 || rank(there) < 0) return `nobody knows the room ${rank(here) < 0 ? here : there}`;
  return rank(there) < rank(here) ? undefined : `${there} does not lie below ${here}`;
}

/** Packages that are imported where they must not be, or that nobody has given a place. */
export function wrongPackages(sources: Sources): string[] {
  return imports(sources).flatMap(([from, to]) => {
    if (to.endsWith('.ts')) return [];
    const place = PACKAGES.find(([what]) => what.test(to));
    if (!place) return [`${from} imports ${to}: say in this guard who may`];
    return place[1].test(from) ? [] : [`${from} imports ${to}, which has another place`];
  });
}

function imports(sources: Sources): [from: string, to: string][] {
  return [...sources].flatMap(([file, text]) => importsOf(file, text).map((to): [string, string] => [file, to]));
}

/** Files that import themselves over others, each circle once. */
export function circles(sources: Sources): string[] {
  const found = new Set<string>();
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]) => {
    const at = way.indexOf(file);
    if (at >= 0) found.add(turned(way.slice(at)).join(' → '));
    if (at >= 0 || done.has(file)) return;
    for (const to of importsOf(file, sources.get(file) ?? '')) if (sources.has(to)) walk(to, [...way, file]);
    done.add(file);
  };
  for (const file of sources.keys()) walk(file, []);
  return [...found];
}

/** Begun at the file that comes first, so that a circle has one name. */
function turned(circle: readonly string[]): readonly string[] {
  const first = circle.indexOf([...circle].sort()[0] ?? '');
  return [...circle.slice(first), ...circle.slice(0, first)];
}

const OUTSIDE =
  /(?<![.\w])(?:Date\.now|new Date\(\s*\)|Math\.random|process\.|console\.|set(?:Timeout|Interval|Immediate)\b|queueMicrotask|Temporal\.Now|performance\.|fetch\(|globalThis)/g;
/** What follows a name whose value is changed: a call that does so, or an assignment to it or below it. */
const CHANGED =
  '(?:\\.(?:set|add|delete|clear|push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin)\\(|(?:\\.\\w+|\\[[^\\]]*\\])*\\s*(?:[-+*/|&?]{0,2}=(?![=>])|\\+\\+|--))';

/** Clocks, chance, the machine and state that outlives a call, in the rooms that are pure. */
export function impurities(sources: Sources): string[] {
  return [...sources]
    .filter(([file]) => file.startsWith('server/') && PURE.includes(roomOf(file)))
    .flatMap(([file, text]) => [
      ...[...blanked(text).matchAll(OUTSIDE)].map(([found]) => `${file} uses ${found}`),
      ...state(text).map((name) => `${file} keeps ${name} from call to call`),
    ]);
}

function state(text: string): string[] {
  const code = blanked(text);
  const lines = topLevel(text);
  const variables = lines.flatMap((line) => /^(?:export )?(?:let|var) (\S+?)[\s:=;]/.exec(line)?.[1] ?? []);
  const constants = lines.flatMap((line) => /^(?:export )?const (\w+)/.exec(line)?.[1] ?? []);
  const fields = [...code.matchAll(/^\s+static (?:readonly )?(#?\w+)\s*[:=;]/gm)].map((m) => m[1] ?? '');
  const isChanged = (name: string) => new RegExp(`(?<![.\\w]|const |let )${name}${CHANGED}`).test(code);
  return [...variables, ...constants.filter(isChanged), ...fields];
}
