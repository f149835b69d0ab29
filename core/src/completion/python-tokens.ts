/** A token of Python's, as far as it takes to see which argument, key or list a place is in. */
export interface PythonToken {
  readonly kind: "name" | "string" | "operator" | "new line";
  readonly from: number;
  readonly to: number;
  /** Of a string what is between its quotes, as written. */
  readonly text: string;
  /** Of a string: where what is between its quotes begins and ends. */
  readonly inner?: { readonly from: number; readonly to: number };
  /** Of a string the letters before it, small: `f`. */
  readonly prefix?: string;
}

const name = /[\p{L}\p{N}_]/u;
/** Longest first. */
const operators = [
  "**=",
  "//=",
  ">>=",
  "<<=",
  "==",
  "!=",
  "<=",
  ">=",
  ":=",
  "->",
  "+=",
  "-=",
  "*=",
  "/=",
  "**",
];

/** Reads text that may be half written: a string that is not closed ends with its line. */
export function pythonTokens(text: string): readonly PythonToken[] {
  const tokens: PythonToken[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text[at] ?? "";
    if (character === "\n") {
      tokens.push({ kind: "new line", from: at, to: at + 1, text: character });
      at += 1;
    } else if (character === "#") {
      const end = text.indexOf("\n", at);
      at = end < 0 ? text.length : end;
    } else if (character === "\\" && text[at + 1] === "\n") {
      at += 2;
    } else if (character === '"' || character === "'") {
      const last = tokens.at(-1);
      const isPrefix = last?.kind === "name" && last.to === at && /^[bfrtu]{1,2}$/i.test(last.text);
      if (isPrefix) tokens.pop();
      const from = isPrefix ? last.from : at;
      const token = stringAt(text, at, from);
      tokens.push(token);
      at = token.to;
    } else if (name.test(character)) {
      let end = at + 1;
      while (end < text.length && name.test(text[end] ?? "")) end += 1;
      tokens.push({ kind: "name", from: at, to: end, text: text.slice(at, end) });
      at = end;
    } else if (/\s/.test(character)) {
      at += 1;
    } else {
      const operator = operators.find((one) => text.startsWith(one, at)) ?? character;
      tokens.push({ kind: "operator", from: at, to: at + operator.length, text: operator });
      at += operator.length;
    }
  }
  return tokens;
}

/** @param at Of the opening quote. @param from Of the letters before it. */
function stringAt(text: string, at: number, from: number): PythonToken {
  const quote = text[at] ?? "";
  const isLong = text.startsWith(quote.repeat(3), at);
  const mark = isLong ? quote.repeat(3) : quote;
  const start = at + mark.length;
  let end = start;
  while (end < text.length && !text.startsWith(mark, end) && (isLong || text[end] !== "\n"))
    end += text[end] === "\\" ? 2 : 1;
  end = Math.min(end, text.length);
  return {
    kind: "string",
    from,
    to: text.startsWith(mark, end) ? end + mark.length : end,
    text: text.slice(start, end),
    inner: { from: start, to: end },
    prefix: text.slice(from, at).toLowerCase(),
  };
}
