import { parenthesisAfter } from "./parenthesis.js";
import { RedirectionParser } from "./parse-redirection.js";
import type { Assignment, Branch, Command, Redirect, Script, Word } from "./syntax.js";

/** Stands for text that only a run can tell; a private character, so that no command has it by chance. */
export const unknownText = "\uf8ff";

/** Commands inside commands, deeper than anybody writes: what is below is not read. */
const deepest = 40;

/**
 * Parses a script of `sh` or `bash`. Never fails: what it does not understand it passes over. Linear.
 *
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html
 */
export function parseScript(text: string, from = 0, to = text.length): Script {
  return new ScriptParser(text, from, to, 0).script(nothing, true);
}

const nothing: ReadonlySet<string> = new Set();
const reserved =
  /(?:if|then|elif|else|fi|for|while|until|do|done|case|esac|select|function|in|\{|\}|\[\[|!)(?![^\s;&|()<>])/y;
const name = /[A-Za-z_]\w*/y;

class ScriptParser extends RedirectionParser {
  /** A command of the line at hand, or of lines that belong together, is no syntax of the shell's. */
  private broken = false;

  constructor(
    text: string,
    at: number,
    end: number,
    private depth: number,
  ) {
    super(text, at, end);
  }

  protected commands(): Command[] {
    return this.script(nothing);
  }

  protected inside(from: number, to: number): Command[] {
    return new ScriptParser(this.text, from, to, this.depth + 1).script(nothing, true);
  }

  wordsInside(from: number, to: number, quoted: boolean): readonly Word[] | undefined {
    if (this.depth > deepest) return undefined;
    const inner = new ScriptParser(this.text, from, to, this.depth + 1);
    if (quoted) {
      const isPlain = !/["'\\]/.test(this.text.slice(from, to));
      return isPlain ? [{ parts: inner.quotedParts(undefined), from, to }] : undefined;
    }
    const words: Word[] = [];
    for (let word = inner.nextWord(); word; word = inner.nextWord()) words.push(word);
    return inner.at === to ? words : undefined;
  }

  protected hereDocument(from: number, to: number): Word["parts"] {
    return new ScriptParser(this.text, from, to, this.depth).quotedParts(undefined);
  }

  wholeWord(from: number, to: number): Word {
    const inner = this.depth > deepest ? undefined : new ScriptParser(this.text, from, to, this.depth + 1);
    if (inner) return inner.word(true) ?? { parts: [], from, to };
    return { parts: [{ kind: "unknown", quoted: true, from, to }], from, to };
  }

  /** Commands up to one of the reserved words `stop`, a closing parenthesis, `;;` or the end. */
  script(stop: ReadonlySet<string>, top = false): Command[] {
    const commands: Command[] = [];
    if (++this.depth > deepest) this.at = this.end;
    // Where the lines begin that the shell reads before it runs any of them
    let unit = 0;
    while (this.at < this.end) {
      const from = this.at;
      this.separators();
      if (this.at >= this.end) break;
      if (this.text.slice(from, this.at).includes("\n")) {
        if (top && this.broken) break;
        unit = commands.length;
      }
      if (this.peek(")") || this.peek(";;")) {
        if (!top) break;
        this.at += 1;
        continue;
      }
      const word = this.reserved();
      if (word !== undefined && stop.has(word)) break;
      const before = this.at;
      const command = this.andOr();
      if (command) commands.push(command);
      if (this.at === before) this.at += 1;
    }
    if (top && this.broken) commands.push({ kind: "refused", body: commands.splice(unit) });
    this.depth -= 1;
    return commands;
  }

  private andOr(): Command | undefined {
    let first = this.pipeline();
    const rest: { operator: "&&" | "||"; command: Command }[] = [];
    for (;;) {
      this.blanks();
      const operator = this.peek("&&") ? "&&" : this.peek("||") ? "||" : undefined;
      if (operator === undefined) break;
      this.at += 2;
      this.newlines();
      const command = this.pipeline();
      if (first && command) rest.push({ operator, command });
      else first ??= command;
    }
    return first && rest.length > 0 ? { kind: "and or", first, rest } : first;
  }

  private pipeline(): Command | undefined {
    this.blanks();
    const isNot = this.reserved() === "!";
    if (isNot) this.at += 1;
    const commands: Command[] = [];
    for (;;) {
      const command = this.redirected();
      if (command) commands.push(command);
      this.blanks();
      if (!this.peek("|") || this.peek("||")) break;
      this.at += this.peek("|&") ? 2 : 1;
      this.newlines();
    }
    const [only] = commands;
    const all: Command | undefined = commands.length > 1 ? { kind: "pipeline", commands } : only;
    return isNot && all ? { kind: "not", command: all } : all;
  }

  private redirected(): Command | undefined {
    const from = this.at;
    const command = this.command();
    if (!command || command.kind === "simple" || command.kind === "function") return command;
    const redirects: Redirect[] = [];
    this.blanks();
    while (this.at < this.end && this.redirection(redirects)) this.blanks();
    return redirects.length > 0 ? { kind: "redirected", command, redirects, from, to: this.at } : command;
  }

  private command(): Command | undefined {
    this.blanks();
    if (this.peek("((")) return { kind: "arithmetic", text: this.arithmetic() };
    if (this.peek("(")) {
      this.at += 1;
      const body = this.script(nothing);
      this.skip(")");
      return { kind: "group", body, subshell: true };
    }
    const word = this.reserved();
    switch (word) {
      case "{": {
        this.at += 1;
        const body = this.script(new Set(["}"]));
        this.skip("}");
        return { kind: "group", body, subshell: false };
      }
      case "[[":
        return this.test();
      case "if":
        return this.ifCommand();
      case "for":
      case "select":
        return this.forCommand();
      case "while":
      case "until": {
        this.at += 5;
        const condition = this.script(new Set(["do"]));
        return { kind: "loop", body: [...condition, ...this.doGroup()] };
      }
      case "case":
        return this.caseCommand();
      case "function": {
        this.at += "function".length;
        this.blanks();
        return this.functionBody(this.match(name) ?? "");
      }
      default:
        return this.simple();
    }
  }

  private ifCommand(): Command {
    const branches: Branch[] = [];
    let complete = false;
    while (this.at < this.end) {
      const word = this.reserved();
      if (word === "if" || word === "elif") {
        this.at += word.length;
        const condition = this.script(new Set(["then", "fi"]));
        this.skip("then");
        branches.push({ condition, body: this.script(new Set(["elif", "else", "fi"])) });
      } else if (word === "else") {
        this.at += 4;
        complete = true;
        branches.push({ condition: [], body: this.script(new Set(["fi"])) });
      } else break;
    }
    this.skip("fi");
    return { kind: "branches", branches, complete };
  }

  private forCommand(): Command {
    this.at += this.reserved()?.length ?? 0;
    this.blanks();
    if (this.peek("((")) return { kind: "loop", arithmetic: this.arithmetic(), body: this.doGroup() };
    const variable = this.match(name);
    this.newlines();
    const items: Word[] = [];
    const known = this.reserved() === "in";
    if (known) {
      this.at += 2;
      for (let word = this.nextWord(); word; word = this.nextWord()) items.push(word);
    }
    return {
      kind: "loop",
      ...(variable === undefined ? {} : { variable }),
      ...(known ? { items } : {}),
      body: this.doGroup(),
    };
  }

  private doGroup(): Command[] {
    this.separators();
    this.skip("do");
    const body = this.script(new Set(["done"]));
    this.skip("done");
    return body;
  }

  private caseCommand(): Command {
    const start = this.at;
    this.at += 4;
    const subject = this.nextWord();
    this.newlines();
    this.skip("in");
    const branches: Branch[] = [];
    let complete = false;
    for (;;) {
      this.separators();
      while (this.peek(";;")) {
        this.at += 2;
        this.separators();
      }
      if (this.at >= this.end || this.reserved() === "esac") break;
      const before = this.at;
      this.skip("(");
      const patterns: Word[] = [];
      let pattern = this.nextWord();
      for (; pattern; pattern = this.nextWord()) {
        patterns.push(pattern);
        complete ||= this.text.slice(pattern.from, pattern.to) === "*";
        this.blanks();
        if (this.peek("|")) this.at += 1;
      }
      this.blanks();
      this.skip(")");
      branches.push({ condition: [], body: this.script(new Set(["esac"])), patterns });
      if (this.at === before) this.at += 1;
    }
    this.skip("esac");
    // `;&` goes on with the next one
    const isPlain = subject && !this.text.slice(start, this.at).includes(";&");
    return { kind: "branches", branches, complete, ...(isPlain ? { subject } : {}) };
  }

  private functionBody(named: string): Command {
    this.blanks();
    if (this.peek("(")) {
      this.at += 1;
      this.blanks();
      this.skip(")");
    }
    this.newlines();
    if (++this.depth > deepest) this.at = this.end;
    const body = this.command();
    this.depth -= 1;
    return { kind: "function", name: named, body: body ? [body] : [] };
  }

  private simple(): Command | undefined {
    const assignments: Assignment[] = [];
    const words: Word[] = [];
    const redirects: Redirect[] = [];
    const own: Assignment[] = [];
    let opened = 0;
    this.blanks();
    const from = this.at;
    let to = from;
    for (; this.at < this.end; to = this.pastBlanks()) {
      if (this.redirection(redirects)) continue;
      if (words.length === 0) {
        const one = this.assignment();
        if (one) {
          assignments.push(one);
          continue;
        }
      }
      const [program] = words;
      if (program && this.isDeclaration(program)) {
        const one = this.assignment();
        if (one) own.push(one);
        if (one) continue;
      }
      const word = this.word();
      if (!word) {
        const [first, second] = words;
        const meaning = first && this.peek("(") ? parenthesisAfter(first, this.text, this.at) : undefined;
        if (first && meaning === "function" && !second)
          return this.functionBody(this.text.slice(first.from, first.to));
        if (meaning === "subshell" && !second) return this.command();
        // The rest is read all the same, for what the author means
        if (meaning !== undefined && meaning !== "array") this.broken = true;
        if (this.broken && (this.peek("(") || (opened > 0 && this.peek(")")))) {
          opened += this.peek("(") ? 1 : -1;
          this.at += 1;
          continue;
        }
        break;
      }
      words.push(word);
    }
    if (this.isUnclosed && words.length > 0) words.push(this.unread());
    if (assignments.length + words.length + redirects.length === 0) return undefined;
    const more = own.length > 0 ? { declared: own } : {};
    return { kind: "simple", assignments, words, redirects, ...more, from, to };
  }

  /** Where the blanks begin. */
  private pastBlanks(): number {
    const { at } = this;
    this.blanks();
    return at;
  }

  private reserved(): string | undefined {
    reserved.lastIndex = this.at;
    const word = reserved.exec(this.text)?.[0];
    return word !== undefined && this.at + word.length <= this.end ? word : undefined;
  }

  protected newlines(): void {
    for (;;) {
      this.blanks();
      if (!this.peek("\n")) return;
      this.at += 1;
      this.hereDocuments();
    }
  }

  private separators(): void {
    for (;;) {
      this.newlines();
      if ((!this.peek(";") || this.peek(";;")) && !this.peek("&")) return;
      this.at += 1;
    }
  }
}
