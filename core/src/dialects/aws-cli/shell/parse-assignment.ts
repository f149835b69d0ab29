import { WordParser } from "./parse-word.js";
import type { Assignment, Command, TestOperator, Word } from "./syntax.js";

const assignment = /([A-Za-z_]\w*)(\[[^\]\n]*\])?(\+?)=/y;
const declares = /^(?:declare|typeset|local|export|readonly)$/;
const declared = /[A-Za-z_]\w*\+?=/y;

/** Reads what is made of words: assignments, and what stands between `[[` and `]]`. */
export abstract class AssignmentParser extends WordParser {
  /** Blanks, and ends of lines. */
  protected abstract newlines(): void;

  protected assignment(): Assignment | undefined {
    assignment.lastIndex = this.at;
    const match = assignment.exec(this.text);
    if (!match || match.index + match[0].length > this.end) return undefined;
    const [all, variable = "", index, append] = match;
    const appends = append === "+" ? { appends: true as const } : {};
    this.at += all.length;
    if (this.peek("(")) {
      this.at += 1;
      const items: Word[] = [];
      const members: { key: Word; value: Word }[] = [];
      for (;;) {
        this.newlines();
        if (this.at >= this.end || this.peek(")")) break;
        const before = this.at;
        const key = this.memberKey();
        const item = this.word() ?? (key ? { parts: [], from: this.at, to: this.at } : undefined);
        if (item && key) members.push({ key, value: item });
        else if (item) items.push(item);
        if (this.at === before) this.at += 1;
      }
      this.skip(")");
      if (index !== undefined || (members.length > 0 && items.length > 0))
        return { name: variable, ...appends };
      return { name: variable, ...(members.length > 0 ? { members } : { items }), ...appends };
    }
    const value = this.word() ?? { parts: [], from: this.at, to: this.at };
    if (index === undefined) return { name: variable, value, ...appends };
    const from = match.index + variable.length + 1;
    const key = this.wholeWord(from, from + index.length - 2);
    return { name: variable, value, ...appends, isItem: true, index: index.slice(1, -1), key };
  }

  /** `[key]=` in a list. */
  private memberKey(): Word | undefined {
    const from = this.at;
    const key = this.match(/\[(?:[^\]\s"'[]|"[^"]*"|'[^']*')+\]=/y);
    return key === undefined ? undefined : this.wholeWord(from + 1, from + key.length - 2);
  }

  /** `declare`, before `NAME=value`. */
  protected isDeclaration({ from, to }: Word): boolean {
    declared.lastIndex = this.at;
    return declares.test(this.text.slice(from, to)) && declared.test(this.text);
  }

  /** At `[[`. */
  protected test(): Command {
    const from = this.at;
    this.at += 2;
    const items: (Word | TestOperator)[] = [];
    this.newlines();
    while (this.at < this.end) {
      if (this.match(/\]\](?=[\s;&|)]|$)/y) !== undefined) return { kind: "test", items };
      const operator = this.match(/&&|\|\||[()<>]/y);
      const item = (operator as TestOperator | undefined) ?? this.word();
      // A regular expression has a syntax of its own
      if (!item || (typeof item !== "string" && this.text.slice(item.from, item.to) === "=~")) break;
      items.push(item);
      this.newlines();
    }
    this.at = from;
    this.skipTo("]]");
    return { kind: "test" };
  }
}
