// Red Hat's real YAML server, from npm into the cache folder of the benchmark, beside ours as their extension and ours run in one editor:
// over the samples and a broken text no finding, completion item or hover comes twice, and without it nothing of ours is lost.
import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  type Diagnostic,
  type Hover,
  HoverRequest,
} from 'vscode-languageserver/node';
import { MemoryHost } from '../../server/host/memory';
import { loadKnowledge } from '../../server/knowledge/knowledge';
import { folderUri, readPack } from '../guards/pack';
import { root } from '../guards/source';
import { Editor } from './editor';

interface Server {
  open(uri: string, text: string, willDo: (found: readonly Diagnostic[]) => boolean): Promise<number>;
  sendOpen(uri: string, text: string): Promise<void>;
  request(method: string, params: object): Promise<unknown>;
  stop(): Promise<void>;
  readonly published: ReadonlyMap<string, readonly Diagnostic[]>;
}
const bench = async <T>(file: string): Promise<T> => (await import(pathToFileURL(path.join(root, 'bench', file)).href)) as T;

/** What our client tells where their extension is there with its settings as they come. */
const THERE = { syntax: true, outline: true, folding: true, format: true };
const PACK = 'incomplete';
const BROKEN = 'kind: sla\nid: broken\nservices: [mail\ntargets:\n  - {id: a, metric: availability\nnonsense: 1\n';
/** Somewhere in each line, not always at the same place of it. */
const placesIn = (text: string) =>
  text.split('\n').map((line, i) => ({ line: i, character: line.length === 0 ? 0 : (i * 7) % (line.length + 1) }));
const labelsOf = (answer: unknown): string[] => {
  const list = answer as CompletionItem[] | CompletionList | null;
  return (Array.isArray(list) ? list : (list?.items ?? [])).map((item) => item.label);
};

const { findings } = loadKnowledge();

describe('beside Red Hat’s YAML server', () => {
  let theirs: Server;
  let ours: Editor;
  const files = new Map([...readPack(PACK)].filter(([uri]) => uri.endsWith('.yaml')));
  const broken = `${folderUri(PACK)}/broken.sla.yaml`;

  before(async () => {
    const { redHat } = await bench<{ redHat(): { command: string; args: string[] } }>('peers.mjs');
    const { startServer } = await bench<{ startServer(of: object): Promise<Server> }>('client.mjs');
    const settings = {
      yaml: { validate: true, completion: true, hover: true, schemaStore: { enable: false }, kubernetesCRDStore: { enable: false } },
    };
    theirs = await startServer({ ...redHat(), folder: path.join(root, 'test', 'packs', PACK), settings });
    ours = await Editor.of({ host: new MemoryHost(files), folders: [folderUri(PACK)], options: { otherYaml: THERE } });
    await theirs.open(broken, BROKEN, (found) => found.length > 0);
    await ours.open(broken, BROKEN);
    for (const [uri, text] of files) {
      await theirs.sendOpen(uri, text);
      await ours.open(uri, text);
    }
    await ours.settled();
  });
  after(async () => {
    await Promise.all([theirs.stop(), ours.close()]);
  });

  it('tells no finding twice', () => {
    // Without a schema they speak of YAML itself only; of that ours leaves all to them.
    assert.ok((theirs.published.get(broken) ?? []).length > 0, 'they find what is broken');
    assert.ok(ours.shown(broken).length > 0, 'we still say what it means for the evidence');
    for (const uri of [broken, ...files.keys()]) {
      const twice = ours.codes(uri).filter((code) => findings.get(String(code))?.syntax);
      assert.deepEqual(twice, [], uri);
    }
    assert.ok([...files.keys()].some((uri) => ours.shown(uri).length > 0));
  });

  it('offers no completion and shows no hover twice', async () => {
    let [items, hovers] = [0, 0];
    for (const [uri, text] of files) {
      for (const position of placesIn(text)) {
        const params = { textDocument: { uri }, position };
        const [own, other] = [
          labelsOf(await ours.connection.sendRequest(CompletionRequest.type, params)),
          labelsOf(await theirs.request(CompletionRequest.method, params)),
        ];
        assert.deepEqual(
          other.filter((label) => own.includes(label)),
          [],
          `${uri} ${position.line}:${position.character}`,
        );
        const hover = await ours.connection.sendRequest(HoverRequest.type, params);
        const second = (await theirs.request(HoverRequest.method, params)) as Hover | null;
        assert.ok(!hover || !second, `${uri} ${position.line}:${position.character}`);
        items += own.length;
        hovers += hover ? 1 : 0;
      }
    }
    assert.ok(items > 1000 && hovers > 100, `${items} items, ${hovers} hovers of ours`);
  });

  it('says itself what is broken where the other is not there', async () => {
    const alone = await Editor.of({ host: new MemoryHost(new Map([...files, [broken, BROKEN]])), folders: [folderUri(PACK)] });
    await alone.settled();
    assert.ok(alone.codes(broken).some((code) => findings.get(String(code))?.syntax));
    assert.ok(ours.codes(broken).every((code) => code === 'not-checked' || alone.codes(broken).includes(code)));
    await alone.close();
  });
});
