/**
 * Where `JSON.parse` stops in a text that it does not accept, as a UTF-16 offset; the text's length when it ends too
 * early. Engines name the place only sometimes, and each in its own words.
 */
export function jsonErrorPosition(json: string): number {
  const open: ("{" | "[")[] = [];
  let expected: Expected = "value";
  let at = 0;
  for (;;) {
    token.lastIndex = at;
    const match = token.exec(json);
    const text = match?.[1];
    if (match === null || text === undefined) {
      const unclosed = /[ \t\r\n]*"/y; // a string that is not closed before its line or the text ends
      unclosed.lastIndex = at;
      if (unclosed.test(json)) return endOfLine(json, at);
      const cut = /[ \t\r\n]*[-\w.+]{0,30}$/y; // a number or literal that the text's end cuts
      cut.lastIndex = at;
      return cut.test(json) ? json.length : skipSpace(json, at);
    }
    const next = follow(text, expected, open);
    if (next === undefined) return match.index + match[0].length - text.length;
    expected = next;
    at = token.lastIndex;
  }
}

type Expected = "value" | "value or ]" | "name" | "name or }" | "colon" | "comma or end" | "nothing";

const token =
  /[ \t\r\n]*("[^"\\\n]*(?:\\.[^"\\\n]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)\b|[{}[\],:])/y;

/** @returns What may come after this token; `undefined` when it may not stand here. */
function follow(text: string, expected: Expected, open: ("{" | "[")[]): Expected | undefined {
  const afterValue = (): Expected => (open.length === 0 ? "nothing" : "comma or end");
  const isName = expected === "name" || expected === "name or }";
  const isValue = expected === "value" || expected === "value or ]";
  switch (text) {
    case "{":
    case "[":
      if (!isValue) return undefined;
      open.push(text);
      return text === "{" ? "name or }" : "value or ]";
    case "}":
    case "]": {
      const opening = text === "}" ? "{" : "[";
      const isEmpty = expected === (text === "}" ? "name or }" : "value or ]");
      if (open.at(-1) !== opening || !(isEmpty || expected === "comma or end")) return undefined;
      open.pop();
      return afterValue();
    }
    case ",":
      return expected !== "comma or end" ? undefined : open.at(-1) === "{" ? "name" : "value";
    case ":":
      return expected === "colon" ? "value" : undefined;
    default:
      if (isName) return text.startsWith('"') ? "colon" : undefined;
      return isValue ? afterValue() : undefined;
  }
}

function endOfLine(json: string, from: number): number {
  const quote = json.indexOf('"', from);
  const newline = json.indexOf("\n", quote);
  return newline === -1 ? json.length : newline;
}

function skipSpace(json: string, from: number): number {
  return from + (/^[ \t\r\n]*/.exec(json.slice(from))?.[0].length ?? 0);
}
