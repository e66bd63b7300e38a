// A line of the coverage view as VS Code draws it: icon and colour for each state, and what a click does.
// Must not know how the lines come about.
import { Range, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { Location, State } from '../server/lsp/protocol';
import type { CoverageNode } from './coverage-nodes';

/** Never colour alone: each state has a shape of its own, and its word stands beside it. */
const ICONS: Readonly<Record<State, readonly [icon: string, color: string]>> = {
  evidenced: ['pass-filled', 'testing.iconPassed'],
  partly: ['color-mode', 'problemsWarningIcon.foreground'],
  missing: ['circle-large-outline', 'problemsErrorIcon.foreground'],
  contradicted: ['error', 'problemsErrorIcon.foreground'],
  overdue: ['history', 'problemsWarningIcon.foreground'],
  'not due yet': ['calendar', 'descriptionForeground'],
  waived: ['law', 'descriptionForeground'],
  'no instance': ['dash', 'descriptionForeground'],
  'none recorded': ['check', 'descriptionForeground'],
  open: ['edit', 'problemsWarningIcon.foreground'],
  'cannot tell': ['question', 'problemsWarningIcon.foreground'],
};

export function treeItem(node: CoverageNode): TreeItem {
  const item = new TreeItem(node.label, node.children.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None);
  item.id = node.id;
  if (node.description) item.description = node.description;
  if (node.tooltip) item.tooltip = node.tooltip;
  if (node.state) item.iconPath = stateIcon(node.state);
  if (node.opens) item.command = openCommand(node.opens);
  return item;
}

function stateIcon(state: State): ThemeIcon {
  const [icon, color] = ICONS[state];
  return new ThemeIcon(icon, new ThemeColor(color));
}

function openCommand({ uri, range: { start, end } }: Location) {
  const selection = new Range(start.line, start.character, end.line, end.character);
  return { title: 'Open', command: 'vscode.open', arguments: [Uri.parse(uri), { selection }] };
}
