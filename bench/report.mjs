// The figures as Markdown. Must not measure anything.
import { round, table, times } from './statistics.mjs';
import { ENGINE, LIBRARIES, OURS, RED_HAT } from './typing.mjs';

/** All that `measure` gave, with `machine`, as Markdown. */
export function report({ machine, peer, typing, loading, packs }) {
  return [
    '## Keystroke to findings',
    `Milliseconds, median (p95) of ${typing[0].results[OURS].count} edits of one letter, taken in turns. ${peer.name} runs under Node ${peer.node} and waits ${peer.debounce} ms after each change by its own source; "at work" is its time without that.`,
    typingTable(typing, peer),
    ...wrongAnswers(typing),
    '## How much longer the others take',
    ratioTable(typing, peer),
    '## Starting in a folder',
    'From the start of the process: to the right findings in the one open document, median (p95); until all documents are checked; memory then. The other server reads no folders: each document was opened in it.',
    loadingTable(loading),
    '## One edit among many documents',
    'Milliseconds in one process, without the wire, median (p95); in brackets reading the text, judging, and locating what is found.',
    packTable(packs),
    `Node ${machine.node}, ${machine.platform}, ${machine.cores} × ${machine.cpu}, load ${round(machine.load)} before and ${round(machine.loadAfter)} after.`,
  ].join('\n\n');
}

const cell = ({ median, p95 }) => `${round(median)} (${round(p95)})`;

/** A candidate that answered wrongly has no time. */
const timed = (result) => (result.wrong.length > 0 ? 'wrong' : cell(result));

function typingTable(typing, peer) {
  const head = ['document', 'characters', OURS, ENGINE, RED_HAT, 'at work', LIBRARIES];
  return table(
    head,
    typing.map(({ title, characters, results: r }) => {
      const working = { median: r[RED_HAT].median - peer.debounce, p95: r[RED_HAT].p95 - peer.debounce, wrong: r[RED_HAT].wrong };
      return [
        title,
        characters.toLocaleString('en-US'),
        timed(r[OURS]),
        timed(r[ENGINE]),
        timed(r[RED_HAT]),
        timed(working),
        timed(r[LIBRARIES]),
      ];
    }),
  );
}

function wrongAnswers(typing) {
  const lines = typing.flatMap(({ title, results }) =>
    Object.entries(results)
      .filter(([, r]) => r.wrong.length > 0)
      .map(([name, r]) => `- ${name}, ${title}: ${r.wrong.length} of ${r.count} answers were wrong; the first: ${r.wrong[0]}`),
  );
  return [lines.length > 0 ? lines.join('\n') : 'Each of them found every typed fault at its place, and lost it when it was mended.'];
}

function ratioTable(typing, peer) {
  const head = ['document', `${RED_HAT} / ${OURS}`, 'the same at work', `${LIBRARIES} / ${ENGINE}`];
  return table(
    head,
    typing.map(({ title, results: r }) => {
      const median = (name) => (r[name].wrong.length > 0 ? Number.NaN : r[name].median);
      return [
        title,
        times(median(RED_HAT) / median(OURS)),
        times((median(RED_HAT) - peer.debounce) / median(OURS)),
        times(median(LIBRARIES) / median(ENGINE)),
      ];
    }),
  );
}

function loadingTable(loading) {
  const head = ['', 'first findings, ms', 'all checked, ms', 'memory, MB', 'at most, MB'];
  const row = (documents, name, { first, all, memory }) => [
    `${documents.toLocaleString('en-US')} documents, ${name}`,
    cell(first),
    round(all),
    round(memory?.now ?? Number.NaN),
    round(memory?.peak ?? Number.NaN),
  ];
  return table(
    head,
    loading.flatMap((l) => [OURS, RED_HAT].map((name) => row(l.documents, name, l[name]))),
  );
}

function packTable(packs) {
  const head = ['edit', ...packs.map((p) => `${p.documents.toLocaleString('en-US')} documents`)];
  const parts = (e) => `${cell(e)} [${[e.read, e.judge, e.tell].map(round).join(', ')}]`;
  const rows = (packs[0]?.edits ?? []).map((e, i) => [e.title, ...packs.map((p) => parts(p.edits[i]))]);
  return table(head, [...rows, ['all read and judged, once', ...packs.map((p) => round(p.open))]]);
}
