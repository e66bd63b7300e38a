// The coverage as the server last told it, for everything that shows it.
// Must not know how it is shown.
import { type Disposable, type Event, EventEmitter } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { type CoverageQuestion, type CoverageTree, coverageChanged, coverageRequest } from '../server/lsp/protocol';

export interface Coverage extends Disposable {
  /** The newest answer; undefined until the first one is here. */
  current(): CoverageTree | undefined;
  readonly onDidChange: Event<CoverageTree>;
  /** The same as of another day or over a period, as it is just now. Rejects with words for the author where the days can't be read. */
  ask(question: CoverageQuestion): Promise<CoverageTree>;
}

/** Asks when the server is up and each time it says that coverage changed; never twice at a time. */
export function followCoverage(client: BaseLanguageClient): Coverage {
  const changed = new EventEmitter<CoverageTree>();
  let tree: CoverageTree | undefined;
  let asking = false;
  let again = false;
  const ask = async () => {
    again = true;
    if (asking) return;
    asking = true;
    try {
      while (again && client.state === State.Running) {
        again = false;
        tree = await client.sendRequest<CoverageTree>(coverageRequest, {});
        changed.fire(tree);
      }
    } catch (error) {
      client.error('Coverage could not be read.', error, false);
    } finally {
      asking = false;
    }
  };
  const subscriptions = [
    changed,
    client.onNotification(coverageChanged, ask),
    client.onDidChangeState(({ newState }) => (newState === State.Running ? ask() : undefined)),
  ];
  return {
    current: () => tree,
    onDidChange: changed.event,
    ask: (question) => client.sendRequest<CoverageTree>(coverageRequest, question),
    dispose: () => {
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}
