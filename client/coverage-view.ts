// The coverage view: demands by clause or by Plan-Do-Check-Act, the things each holds for, and the documents behind them. A click opens
// the place. Must not compute what it shows: the lines come from coverage-nodes.
import { commands, Disposable, EventEmitter, type Memento, type TreeDataProvider, window } from 'vscode';
import type { Coverage } from './coverage';
import { type CoverageNode, coverageNodes, type GroupedBy, stages, summary } from './coverage-nodes';
import { treeItem } from './tree-item';

const viewId = 'smsEvidence.coverage';
/** What is remembered in each workspace, and decides which of the two commands the view's title shows. */
const groupedBy = 'smsEvidence.coverageBy';
const WORDS: Readonly<Record<GroupedBy, string>> = { clause: 'by clause', stage: 'by Plan-Do-Check-Act' };

export interface CoverageView extends Disposable {
  /** What the tree is drawn from. The topmost lines wait for the server's first answer. */
  readonly lines: TreeDataProvider<CoverageNode>;
  /** What stands above them. */
  message(): string;
}

export function showCoverageView(coverage: Coverage, memory: Memento): CoverageView {
  const redraw = new EventEmitter<undefined>();
  const by = (): GroupedBy => (memory.get(groupedBy) === 'stage' ? 'stage' : 'clause');
  const lines: TreeDataProvider<CoverageNode> = {
    onDidChangeTreeData: redraw.event,
    getTreeItem: treeItem,
    getChildren: async (node) => [...(node?.children ?? coverageNodes(coverage.current() ?? (await firstOf(coverage)), by()))],
  };
  const view = window.createTreeView(viewId, { treeDataProvider: lines, showCollapseAll: true });
  const showGrouping = () => {
    view.description = WORDS[by()];
    void commands.executeCommand('setContext', groupedBy, by());
  };
  const group = async (other: GroupedBy) => {
    await memory.update(groupedBy, other);
    showGrouping();
    redraw.fire(undefined);
  };
  showGrouping();
  const subscriptions = Disposable.from(
    redraw,
    view,
    coverage.onDidChange(({ folders }) => {
      const [only, ...others] = folders;
      view.message = only && others.length === 0 ? [summary(only), stages(only)].filter((part) => part !== '').join(' · ') : '';
      void commands.executeCommand('setContext', 'smsEvidence.hasSms', folders.length > 0);
      redraw.fire(undefined);
    }),
    commands.registerCommand('smsEvidence.showCoverage', () => commands.executeCommand(`${viewId}.focus`)),
    commands.registerCommand('smsEvidence.coverageByClause', () => group('clause')),
    commands.registerCommand('smsEvidence.coverageByStage', () => group('stage')),
  );
  return { lines, message: () => view.message ?? '', dispose: () => subscriptions.dispose() };
}

const firstOf = (coverage: Coverage) =>
  new Promise<NonNullable<ReturnType<Coverage['current']>>>((resolve) => coverage.onDidChange(resolve));
