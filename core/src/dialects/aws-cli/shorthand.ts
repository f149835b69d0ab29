import type { TextRange } from "../../notebook/magics.js";

/** What shorthand syntax says: `Key=value,Other=[a,b],Third={Inner=c}`. Ranges include quotes and brackets. */
export type ShorthandNode =
  | (TextRange & { readonly kind: "text"; readonly text: string; readonly quote?: "'" | '"' })
  /** `brackets`: written as `[a,b]`, not as `a,b`. */
  | (TextRange & {
      readonly kind: "list";
      readonly items: readonly ShorthandNode[];
      readonly brackets: boolean;
    })
  | ShorthandMembers;

export interface ShorthandMembers extends TextRange {
  readonly kind: "members";
  readonly members: ReadonlyMap<string, ShorthandMember>;
  /** Written as `{…}`, not as the argument itself. */
  readonly braces: boolean;
}

export interface ShorthandMember {
  readonly key: TextRange;
  readonly value: ShorthandNode;
  /** `Key@=file://…`: the value is in a file. */
  readonly fromFile: boolean;
}

export interface ShorthandProblem {
  /** As the AWS CLI says it. */
  readonly problem: string;
  readonly at: number;
}

const deepest = 50;

/**
 * Parses the shorthand syntax of one argument, as `awscli.shorthand.ShorthandParser` does.
 *
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html
 */
export function parseShorthand(text: string): ShorthandMembers | ShorthandProblem {
  try {
    return new ShorthandParser(text).parameter();
  } catch (error) {
    if (error instanceof ShorthandError) return { problem: error.message, at: error.at };
    throw error;
  }
}

class ShorthandError extends Error {
  override readonly name = "ShorthandError";
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

const keyCharacter = /[A-Za-z0-9\-_.#/:]/;
const space = /[ \t\n\r\v\f]/;
/** Not: blank, quotes, comma, `=`, `[`, `{`, nor what is beyond the first plane. */
const starts = (character: string) => !/[\s"',=[{\ud800-\udfff]/.test(character);
const firstFollows = (character: string) => !/["',\]}\ud800-\udfff]/.test(character);
const secondFollows = (character: string) => !/["',=\ud800-\udfff]/.test(character);

class ShorthandParser {
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  parameter(): ShorthandMembers {
    const members = new Map<string, ShorthandMember>();
    const add = () => {
      const start = this.at;
      const [name, member] = this.member(() => this.values());
      if (members.has(name)) throw new ShorthandError(`Second instance of key "${name}" encountered`, start);
      members.set(name, member);
    };
    add();
    while (this.at < this.text.length) {
      this.expect(",", true);
      add();
    }
    return { kind: "members", members, braces: false, from: 0, to: this.text.length };
  }

  private member(values: () => ShorthandNode): [string, ShorthandMember] {
    const from = this.at;
    while (keyCharacter.test(this.text[this.at] ?? "")) this.at += 1;
    const key = { from, to: this.at };
    this.blanks();
    const fromFile = this.text[this.at] === "@";
    if (fromFile) this.at += 1;
    this.expect("=", true);
    return [this.text.slice(key.from, key.to), { key, value: values(), fromFile }];
  }

  private values(): ShorthandNode {
    const character = this.text[this.at];
    if (character === undefined) return { kind: "text", text: "", from: this.at, to: this.at };
    if (character === "[") return this.list();
    return character === "{" ? this.hash() : this.commaSeparated();
  }

  private commaSeparated(): ShorthandNode {
    const first = this.first();
    this.blanks();
    if (this.text[this.at] !== ",") return first;
    this.expect(",", true);
    const items = [first];
    try {
      for (;;) {
        const item = this.second();
        const to = this.at;
        this.blanks();
        const isLast = this.at >= this.text.length;
        if (!isLast) this.expect(",", true);
        items.push({ ...item, to });
        if (isLast) break;
      }
    } catch (error) {
      if (!(error instanceof ShorthandError) || this.at >= this.text.length) throw error;
      // What follows the comma is the next key, not one more item
      this.at = this.text.lastIndexOf(",", this.at);
    }
    if (items.length === 1) return first;
    return { kind: "list", items, brackets: false, from: first.from, to: items.at(-1)?.to ?? first.to };
  }

  private explicit(): ShorthandNode {
    const character = this.text[this.at];
    if (character === "[") return this.list();
    return character === "{" ? this.hash() : this.first();
  }

  private list(): ShorthandNode {
    const from = this.at;
    this.deeper();
    this.expect("[", true);
    const items: ShorthandNode[] = [];
    while (this.text[this.at] !== "]") {
      items.push(this.explicit());
      this.nextOrClose("]");
    }
    this.at += 1;
    this.depth -= 1;
    return { kind: "list", items, brackets: true, from, to: this.at };
  }

  private hash(): ShorthandMembers {
    const from = this.at;
    this.deeper();
    this.expect("{", true);
    const members = new Map<string, ShorthandMember>();
    while (this.text[this.at] !== "}") {
      const [name, member] = this.member(() => this.explicit());
      members.set(name, member);
      this.nextOrClose("}");
    }
    this.at += 1;
    this.depth -= 1;
    return { kind: "members", members, braces: true, from, to: this.at };
  }

  private nextOrClose(close: string): void {
    this.blanks();
    if (this.text[this.at] === close) return;
    this.expect(",", false);
    this.blanks();
  }

  private first(): ShorthandNode {
    const quoted = this.quoted();
    if (quoted) return quoted;
    const from = this.at;
    const to = this.scan(firstFollows) ?? from;
    return this.plain(from, to);
  }

  private second(): ShorthandNode {
    const quoted = this.quoted();
    if (quoted) return quoted;
    const from = this.at;
    const to = this.scan(secondFollows);
    if (to === undefined) throw new ShorthandError("Expected: '<second>', received: '<none>'", from);
    return this.plain(from, to);
  }

  private plain(from: number, to: number): ShorthandNode {
    this.at = to;
    const text = this.text.slice(from, to).replaceAll("\\,", ",").trimEnd();
    return { kind: "text", text, from, to: from + this.text.slice(from, to).trimEnd().length };
  }

  private scan(follows: (character: string) => boolean): number | undefined {
    let at = this.at;
    const one = (allowed: (character: string) => boolean) => {
      const character = this.text[at];
      if (character === undefined) return false;
      if (character === "\\" && this.text[at + 1] === ",") at += 2;
      else if (allowed(character)) at += 1;
      else return false;
      return true;
    };
    if (!one(starts)) return undefined;
    while (one(follows)) continue;
    return at;
  }

  private quoted(): ShorthandNode | undefined {
    const from = this.at;
    const quote = this.text[from];
    if (quote !== "'" && quote !== '"') return undefined;
    let close = from + 1;
    let escaped: number | undefined;
    while (close < this.text.length && this.text[close] !== quote) {
      const isEscape = this.text[close] === "\\" && this.text[close + 1] === quote;
      if (isEscape) escaped = close + 1;
      close += isEscape ? 2 : 1;
    }
    // Where no other quote follows, the last `\'` is a backslash and the closing one
    const end = close < this.text.length ? close : escaped;
    if (end === undefined) {
      const kind = quote === "'" ? "singled quoted" : "double quoted";
      throw new ShorthandError(`Expected: '<${kind}>', received: '<none>'`, from);
    }
    this.at = end + 1;
    const text = this.text
      .slice(from + 1, end)
      .replaceAll(`\\${quote}`, quote)
      .replaceAll("\\\\", "\\");
    return { kind: "text", text, quote, from, to: this.at };
  }

  private expect(character: string, blanks: boolean): void {
    if (blanks) this.blanks();
    const code = this.text.codePointAt(this.at);
    const actual = code === undefined ? undefined : String.fromCodePoint(code);
    if (actual !== character)
      throw new ShorthandError(`Expected: '${character}', received: '${actual ?? "EOF"}'`, this.at);
    this.at += 1;
    if (blanks) this.blanks();
  }

  private deeper(): void {
    if (++this.depth > deepest) throw new ShorthandError("nested too deeply", this.at);
  }

  private blanks(): void {
    while (space.test(this.text[this.at] ?? "")) this.at += 1;
  }
}
