import type { Value } from "../../python/value.js";
import { textValue, unknownValue, type LocatedText } from "./located-text.js";
import { unknownText } from "./shell/parse-script.js";

const deepest = 100;

class JsonError extends Error {
  override readonly name = "JsonError";
}

/** JSON with the place of each value; undefined when it is no JSON. */
export function jsonValue(located: LocatedText): Value | undefined {
  try {
    return new JsonReader(located).document();
  } catch (error) {
    if (error instanceof JsonError) return undefined;
    throw error;
  }
}

class JsonReader {
  private at = 0;
  private depth = 0;
  private readonly text: string;

  constructor(private readonly located: LocatedText) {
    this.text = located.text;
  }

  document(): Value {
    const value = this.value();
    this.blanks();
    if (this.at < this.text.length) throw new JsonError();
    return value;
  }

  private value(): Value {
    this.blanks();
    const from = this.at;
    const character = this.text[from];
    if (character === "{") return this.object();
    if (character === "[") return this.array();
    if (character === '"') {
      const data = this.string();
      return textValue(this.located, data, from, this.at);
    }
    if (character === unknownText) {
      this.at += 1;
      return unknownValue(this.located, from, this.at);
    }
    const [token] =
      /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)/.exec(
        this.text.slice(from, from + 40),
      ) ?? [];
    if (token === undefined) throw new JsonError();
    this.at += token.length;
    return this.spanned({ kind: "constant", data: JSON.parse(token) as number | boolean | null }, from);
  }

  private object(): Value {
    const from = this.at;
    const entries = new Map<string, Value>();
    const keys = new Map<string, NonNullable<Value["span"]>>();
    this.open();
    while (this.text[this.at] !== "}") {
      const start = this.at;
      if (this.text[start] !== '"') throw new JsonError();
      const name = this.string();
      const key = this.located.place(start, this.at);
      this.blanks();
      this.skip(":");
      entries.set(name, this.value());
      if (key) keys.set(name, key);
      this.nextOrClose("}");
    }
    this.close();
    return this.spanned({ kind: "dict", entries, keys, open: false }, from);
  }

  private array(): Value {
    const from = this.at;
    const items: Value[] = [];
    this.open();
    while (this.text[this.at] !== "]") {
      items.push(this.value());
      this.nextOrClose("]");
    }
    this.close();
    return this.spanned({ kind: "list", items, open: false }, from);
  }

  private string(): string {
    const from = this.at;
    let close = from + 1;
    while (close < this.text.length && this.text[close] !== '"') close += this.text[close] === "\\" ? 2 : 1;
    if (close >= this.text.length) throw new JsonError();
    this.at = close + 1;
    try {
      return JSON.parse(this.text.slice(from, this.at)) as string;
    } catch {
      throw new JsonError();
    }
  }

  private spanned<V extends Value>(value: V, from: number): V {
    const span = this.located.place(from, this.at);
    if (span) return { ...value, span };
    return this.located.read ? { ...value, read: this.located.read(from) } : value;
  }

  private open(): void {
    if (++this.depth > deepest) throw new JsonError();
    this.at += 1;
    this.blanks();
  }

  private close(): void {
    this.at += 1;
    this.depth -= 1;
  }

  private nextOrClose(close: string): void {
    this.blanks();
    if (this.text[this.at] === close) return;
    this.skip(",");
    this.blanks();
    if (this.text[this.at] === close) throw new JsonError();
  }

  private skip(character: string): void {
    if (this.text[this.at] !== character) throw new JsonError();
    this.at += 1;
  }

  private blanks(): void {
    while (/[ \t\n\r]/.test(this.text[this.at] ?? "")) this.at += 1;
  }
}
