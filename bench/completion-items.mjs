// A completion item as VS Code shows and takes it. Must not know whose it is.

/** The text it writes, its tab stops filled with what they hold. */
export function textOf(item) {
  const text = item.textEdit?.newText ?? item.insertText ?? item.label;
  if (item.insertTextFormat !== 2) return text;
  let plain = text;
  // Inner ones first.
  for (let last; last !== plain; ) {
    last = plain;
    plain = plain.replace(
      /\$\{\d+\|((?:\\.|[^,|\\])*)[^}]*\|\}|\$\{\d+:((?:\\.|[^{}\\])*)\}|\$\{\d+\}|(?<!\\)\$\d+/g,
      (_, choice, held) => choice ?? held ?? '',
    );
  }
  return plain.replace(/\\([\\$}|,])/g, '$1');
}

/** What gives way: offsets. Without an edit it is the word before the cursor. */
function rangeOf(item, text, offset) {
  const range = item.textEdit?.range ?? item.textEdit?.insert;
  if (!range) return { start: offset - /[\w-]*$/.exec(text.slice(0, offset))[0].length, end: offset };
  const at = ({ line, character }) => {
    const start = text.split('\n').slice(0, line).join('\n').length + (line > 0 ? 1 : 0);
    return start + character;
  };
  return { start: at(range.start), end: at(range.end) };
}

/** Whether an editor shows it for what stands before the cursor: each letter of it in the item's words, in order. */
export function isShown(item, text, offset) {
  const { start } = rangeOf(item, text, offset);
  const words = (item.filterText ?? item.label).toLowerCase();
  let at = 0;
  for (const letter of text.slice(start, offset).trimStart().toLowerCase()) {
    at = words.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The text after it was taken. Further lines are indented as the first one is, unless the item says they are to be taken as they are. */
export function applied(item, text, offset) {
  const { start, end } = rangeOf(item, text, offset);
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(line, start))[0];
  const written = item.insertTextMode === 1 ? textOf(item) : textOf(item).replaceAll('\n', `\n${indent}`);
  let after = text.slice(0, start) + written + text.slice(end);
  for (const edit of item.additionalTextEdits ?? []) {
    const other = rangeOf({ textEdit: edit }, text, offset);
    if (other.start >= end) throw new Error('an edit behind the cursor, which is not looked at here');
    after = after.slice(0, other.start) + edit.newText + after.slice(other.end);
  }
  return after;
}
