/**
 * How far a statement goes that only starts at the beginning of the text is not asked of the grammar: an unfinished one
 * swallows all that follows, and the parser's time with it.
 */

export interface StatementExtent {
  /** The start of a line, or the end of the text. */
  readonly end: number;
  /** It ends where another statement starts, before its brackets are closed. */
  readonly isOpen: boolean;
}

/**
 * Where the statement of a line ends that perhaps is no Python: at the next line that is not indented deeper and does
 * not go on with it, outside of brackets and strings. Where a bracket is never closed, at the next line that starts
 * another statement.
 *
 * @param from Of the line.
 */
export function endOfStatement(text: string, from: number): StatementExtent {
  const base = indentAt(text, from);
  let depth = 0;
  let decorates = text[from + base] === "@";
  tokens.lastIndex = from;
  for (let match = tokens.exec(text); match; match = tokens.exec(text)) {
    const token = match[0];
    if (token === "(" || token === "[" || token === "{") depth++;
    else if (token === ")" || token === "]" || token === "}") depth = Math.max(0, depth - 1);
    else if (token === "\n" && depth === 0) {
      const line = match.index + 1;
      const indent = indentAt(text, line);
      const content = text.charAt(line + indent);
      if (/[\r\n#]|^$/.test(content) || indent > base) continue;
      goesOn.lastIndex = line + indent;
      if (goesOn.test(text)) continue;
      if (!decorates) return { end: line, isOpen: false };
      decorates = content === "@";
    }
  }
  if (depth === 0) return { end: text.length, isOpen: false };
  return { end: nextStart(text, from, text.length, base) ?? text.length, isOpen: true };
}

/**
 * Where a line starts another statement: not indented deeper, and not an item of a list.
 *
 * @param from The start of the line before the first that may, or what is in it if `indent` says where it starts.
 * @param to Where to stop looking.
 */
export function nextStart(
  text: string,
  from: number,
  to: number,
  indent = indentAt(text, from),
): number | undefined {
  for (let line = text.indexOf("\n", from) + 1; line > 0 && line <= to; line = text.indexOf("\n", line) + 1) {
    starts.lastIndex = line;
    const match = starts.exec(text);
    if (match && (match[1]?.length ?? 0) <= indent && !isGoneOnWith(text, line)) return line;
  }
  return undefined;
}

/** Behind a line that heads no block the next is indented deeper: both are in brackets, as what is pasted into a call. */
function isGoneOnWith(text: string, line: number): boolean {
  const end = text.indexOf("\n", line);
  if (end < 0) return false;
  const next = end + 1;
  const indent = indentAt(text, next);
  return (
    indent > indentAt(text, line) &&
    !/[\r\n#]|^$/.test(text.charAt(next + indent)) &&
    !/[:([{\\]\s*(?:#.*)?$/.test(text.slice(line, end))
  );
}

/** Characters of blanks. */
function indentAt(text: string, line: number): number {
  let at = line;
  while (text[at] === " " || text[at] === "\t") at++;
  return at - line;
}

/** Strings, comments and joined lines, in which brackets and line breaks are none; brackets; line breaks. */
const tokens =
  /'''(?:\\[^]|[^\\])*?(?:'''|$)|"""(?:\\[^]|[^\\])*?(?:"""|$)|'(?:\\[^]|[^'\\\n])*'?|"(?:\\[^]|[^"\\\n])*"?|#[^\n]*|\\\n|[([{}\])\n]/g;

const goesOn = /[)\]}]|(?:else|elif|except|finally)\b/y;

const starts =
  /([ \t]*)(?!(?:except|finally|else|elif|case)\b)(?:(?:import|from|def|class|if|for|while|with|try|return|print)\b|@\w|[A-Za-z_][\w.]*(?:\[[^\]\n]*\])?[ \t]*(?:=(?!=)|\())(?!.*,[ \t]*(?:#.*)?$)/my;
