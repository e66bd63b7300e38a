// The coverage view: demands by clause or by Plan-Do-Check-Act, the things each holds for, and the documents behind them; today's, or
// those of another day. A click opens the place. Must not compute what it shows: the lines come from coverage-nodes.
import { commands, Disposable, EventEmitter, type Memento, type TreeDataProvider, window } from 'vscode';
import type { CoverageQuestion, CoverageTree } from '../server/lsp/protocol';
import type { Coverage } from './coverage';
import { type CoverageNode, coverageNodes, type GroupedBy, stages, summary } from './coverage-nodes';
import { askForDays } from './coverage-then';
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
  let question: CoverageQuestion | undefined;
  /** What is shown in place of today's. */
  let past: CoverageTree | undefined;
  const by = (): GroupedBy => (memory.get(groupedBy) === 'stage' ? 'stage' : 'clause');
  const lines: TreeDataProvider<CoverageNode> = {
    onDidChangeTreeData: redraw.event,
    getTreeItem: treeItem,
    getChildren: async (node) => [...(node?.children ?? coverageNodes(past ?? coverage.current() ?? (await firstOf(coverage)), by()))],
  };
  const view = window.createTreeView(viewId, { treeDataProvider: lines, showCollapseAll: true });
  const show = () => {
    const folders = (past ?? coverage.current())?.folders ?? [];
    const [only, ...others] = folders;
    const whole = only && others.length === 0 ? [summary(only), stages(only)] : [];
    // Which days it is about must not be lost where the view is narrow, as words behind its title are.
    view.message = [past?.folders[0]?.asked ?? '', ...whole].filter((part) => part !== '').join(' · ');
    view.description = WORDS[by()];
    void commands.executeCommand('setContext', groupedBy, by());
    void commands.executeCommand('setContext', 'smsEvidence.hasSms', folders.length > 0);
    void commands.executeCommand('setContext', 'smsEvidence.looksBack', past !== undefined);
    redraw.fire(undefined);
  };
  const look = async (asked: CoverageQuestion | undefined) => {
    question = asked;
    try {
      const tree = asked && (await coverage.ask(asked));
      // Somebody may have asked for something else in the meantime.
      if (question === asked) past = tree;
    } catch (error) {
      question = undefined;
      past = undefined;
      void window.showWarningMessage(error instanceof Error ? error.message : String(error));
    }
    show();
  };
  const group = async (other: GroupedBy) => {
    await memory.update(groupedBy, other);
    show();
  };
  view.description = WORDS[by()];
  void commands.executeCommand('setContext', groupedBy, by());
  const subscriptions = Disposable.from(
    redraw,
    view,
    coverage.onDidChange(() => (question ? void look(question) : show())),
    commands.registerCommand('smsEvidence.coverageThen', async (given?: CoverageQuestion) => {
      const asked = given ?? (await askForDays());
      if (!asked) return;
      await look(asked);
      await commands.executeCommand(`${viewId}.focus`);
    }),
    commands.registerCommand('smsEvidence.coverageToday', () => look(undefined)),
    commands.registerCommand('smsEvidence.showCoverage', () => commands.executeCommand(`${viewId}.focus`)),
    commands.registerCommand('smsEvidence.coverageByClause', () => group('clause')),
    commands.registerCommand('smsEvidence.coverageByStage', () => group('stage')),
  );
  return { lines, message: () => view.message ?? '', dispose: () => subscriptions.dispose() };
}

const firstOf = (coverage: Coverage) =>
  new Promise<NonNullable<ReturnType<Coverage['current']>>>((resolve) => coverage.onDidChange(resolve));
