// The coverage view: clauses, their demands, the things each holds for, and the documents behind them. A click opens the place.
// Must not compute what it shows: the lines come from coverage-nodes.
import { commands, Disposable, EventEmitter, type TreeDataProvider, window } from 'vscode';
import type { Coverage } from './coverage';
import { type CoverageNode, coverageNodes, summary } from './coverage-nodes';
import { treeItem } from './tree-item';

const viewId = 'smsEvidence.coverage';

export interface CoverageView extends Disposable {
  /** What the tree is drawn from. The topmost lines wait for the server's first answer. */
  readonly lines: TreeDataProvider<CoverageNode>;
}

export function showCoverageView(coverage: Coverage): CoverageView {
  const redraw = new EventEmitter<undefined>();
  const lines: TreeDataProvider<CoverageNode> = {
    onDidChangeTreeData: redraw.event,
    getTreeItem: treeItem,
    getChildren: async (node) => [...(node?.children ?? coverageNodes(coverage.current() ?? (await firstOf(coverage))))],
  };
  const view = window.createTreeView(viewId, { treeDataProvider: lines, showCollapseAll: true });
  const subscriptions = Disposable.from(
    redraw,
    view,
    coverage.onDidChange(({ folders }) => {
      const [only, ...others] = folders;
      view.message = only && others.length === 0 ? summary(only) : '';
      void commands.executeCommand('setContext', 'smsEvidence.hasSms', folders.length > 0);
      redraw.fire(undefined);
    }),
    commands.registerCommand('smsEvidence.showCoverage', () => commands.executeCommand(`${viewId}.focus`)),
  );
  return { lines, dispose: () => subscriptions.dispose() };
}

const firstOf = (coverage: Coverage) =>
  new Promise<NonNullable<ReturnType<Coverage['current']>>>((resolve) => coverage.onDidChange(resolve));
