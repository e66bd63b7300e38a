// That what is found in the line being typed waits until its author goes on elsewhere or pauses, with a clock that the test moves.
import assert from 'node:assert/strict';
import { MemoryHost } from '../../server/host/memory';
import { type Ticks, typedLine } from '../../server/workspace/patience';
import { Editor } from './editor';

const folder = 'file:///sms';
const uri = `${folder}/office.calendar.yaml`;
const SMS = 'kind: sms\nformat: 1\nprovider: Nordlicht IT\nedition: "2011"\n';
const CALENDAR = 'kind: calendar\nid: office\nzone: Europe/Berlin\ntitle: Office hours\n';
const PAUSE = 1_000;

/** Time that stands still until it is moved. */
class HandTicks implements Ticks {
  #now = 0;
  #tasks: { readonly at: number; readonly task: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(ms: number, task: () => void): () => void {
    const entry = { at: this.#now + ms, task };
    this.#tasks.push(entry);
    return () => {
      this.#tasks = this.#tasks.filter((t) => t !== entry);
    };
  }

  move(ms: number): void {
    this.#now += ms;
    const due = this.#tasks.filter(({ at }) => at <= this.#now);
    this.#tasks = this.#tasks.filter(({ at }) => at > this.#now);
    for (const { task } of due) task();
  }
}

describe('findings while typing', () => {
  let editor: Editor;
  let ticks: HandTicks;

  beforeEach(async () => {
    ticks = new HandTicks();
    const files = new Map([
      [`${folder}/sms.yaml`, SMS],
      [uri, CALENDAR],
    ]);
    editor = await Editor.of({ host: new MemoryHost(files), folders: [folder], ticks, options: { pause: PAUSE } });
    await editor.open(uri, CALENDAR);
    await editor.settled();
    assert.deepEqual(editor.codes(uri), []);
  });
  afterEach(() => editor.close());

  const typed = async (text: string) => {
    await editor.change(uri, text);
    await editor.settled();
    return editor.codes(uri);
  };
  const HALF = CALENDAR.replace('Berlin', 'Ber');

  it('wait in the line that is being typed, until a second has passed', async () => {
    assert.deepEqual(await typed(HALF), []);
    ticks.move(PAUSE - 1);
    await editor.settled();
    assert.deepEqual(editor.codes(uri), []);
    ticks.move(1);
    await editor.settled();
    assert.deepEqual(editor.codes(uri), ['wrong-format']);
  });

  it('wait anew with each letter', async () => {
    await typed(HALF);
    ticks.move(PAUSE - 1);
    assert.deepEqual(await typed(CALENDAR.replace('Berlin', 'Berl')), []);
    ticks.move(PAUSE - 1);
    await editor.settled();
    assert.deepEqual(editor.codes(uri), []);
  });

  it('are told once another line is typed', async () => {
    await typed(HALF);
    assert.deepEqual(await typed(HALF.replace('hours', 'hour')), ['wrong-format']);
  });

  it('are told on Enter', async () => {
    await typed(HALF);
    assert.deepEqual(await typed(HALF.replace('Ber\n', 'Ber\n\n')), ['wrong-format']);
  });

  it('of other lines do not wait', async () => {
    assert.deepEqual(await typed(CALENDAR.replace('kind: calendar', 'kind: calender')), []);
    assert.deepEqual(await typed(`${CALENDAR.replace('Berlin', 'Ber')}week: 1\n`), ['wrong-format', 'wrong-type']);
  });

  it('that were told before stay while they are found, and go at once when they are not', async () => {
    await typed(HALF);
    ticks.move(PAUSE);
    await editor.settled();
    assert.deepEqual(await typed(CALENDAR.replace('Berlin', 'Berl')), ['wrong-format']);
    assert.deepEqual(await typed(CALENDAR), []);
  });
});

describe('the line that is typed', () => {
  for (const [before, after, line] of [
    ['a\nb\n', 'a\nbc\n', 1],
    ['a\nbc\n', 'a\nb\n', 1],
    ['a\nb', 'a\nb', 1],
    ['', 'x', 0],
    ['a\nb\n', 'a\nb\n\n', undefined],
    ['a\nb\n', 'a\n', undefined],
    ['a\n', 'a\nb', 1],
    ['aa\n', 'aaa\n', 0],
  ] as const) {
    it(`${JSON.stringify(before)} to ${JSON.stringify(after)}`, () => assert.equal(typedLine(before, after), line));
  }
});
