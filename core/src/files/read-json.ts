import { deepestFileValue, mostFileValues, type FileReading, type FileValue } from "./file-value.js";

/** A JSON text as Python's `json.loads` reads it; what only one of the two would take is a problem or unknown. */
export function readJson(text: string): FileReading {
  try {
    JSON.parse(text);
  } catch {
    // Python also takes NaN and Infinity; nobody writes settings so
    return { problem: "it is not JSON", line: 1 };
  }
  return { value: new Reader(text).read(0) };
}

/** Goes over a text that is known to be JSON. */
class Reader {
  private at = 0;
  private line = 1;
  private left = mostFileValues;
  private readonly token = /"[^"\\]*(?:\\.[^"\\]*)*"|[-+.\deE]+|true|false|null|[[\]{},:]|\n/gy;

  constructor(private readonly text: string) {}

  read(depth: number): FileValue {
    const token = this.next();
    const { line } = this;
    if (depth > deepestFileValue || --this.left < 0) {
      this.left = 0;
      this.at = this.text.length;
      return { kind: "unknown", why: "it is too large to follow", line };
    }
    if (token === "[") return { kind: "list", items: this.items(depth), line };
    if (token === "{") return { kind: "dict", entries: this.entries(depth), line };
    const data = JSON.parse(token === "" ? "null" : token) as string | number | boolean | null;
    if (typeof data === "string") return { kind: "constant", type: "str", data, line };
    if (typeof data === "boolean") return { kind: "constant", type: "bool", data, line };
    if (data === null) return { kind: "constant", type: "none", data, line };
    const isFloat = /[.eE]/.test(token);
    if (isFloat ? !Number.isFinite(data) : !Number.isSafeInteger(data))
      return { kind: "unknown", why: "the number is too large to follow", line };
    return { kind: "constant", type: isFloat ? "float" : "int", data: data === 0 ? 0 : data, line };
  }

  private items(depth: number): FileValue[] {
    const items: FileValue[] = [];
    while (this.peek() !== "]" && this.peek() !== "") {
      items.push(this.read(depth + 1));
      if (this.peek() === ",") this.next();
    }
    this.next();
    return items;
  }

  private entries(depth: number): Map<string, FileValue> {
    const entries = new Map<string, FileValue>();
    while (this.peek() !== "}" && this.peek() !== "") {
      const key = JSON.parse(this.next()) as string;
      this.next();
      // The last one of a key counts, at the place of the first: the order does not matter here
      entries.set(key, this.read(depth + 1));
      if (this.peek() === ",") this.next();
    }
    this.next();
    return entries;
  }

  private peek(): string {
    const { at, line } = this;
    const token = this.next();
    this.at = at;
    this.line = line;
    return token;
  }

  private next(): string {
    for (;;) {
      while (this.at < this.text.length && " \t\r\ufeff".includes(this.text.charAt(this.at))) this.at++;
      this.token.lastIndex = this.at;
      const token = this.token.exec(this.text)?.[0] ?? "";
      this.at += token.length;
      if (token !== "\n") return token;
      this.line++;
    }
  }
}
