import { shellPath } from "../../../files/shell-files.js";
import { assignVariable } from "./assign-variable.js";
import type { Text } from "./expand-word.js";
import { unknownText } from "./parse-script.js";
import { printedText, withoutLastLines } from "./printed-text.js";
import type { ScriptWords } from "./script-words.js";
import { copyOf, type ShellState } from "./shell-state.js";
import type { Redirect, Script, SimpleCommand, Word } from "./syntax.js";

/** What the commands of a script print, and into which files. */
export class ScriptOutput {
  constructor(
    private readonly words: ScriptWords,
    private readonly expandsBraces: boolean,
    /** Whether the script has a function of that name. */
    private readonly isFunction: (name: string) => boolean,
    private readonly runApart: (script: Script, state: ShellState) => void,
  ) {}

  /** What it prints, where nothing takes that away. */
  printedBy(command: SimpleCommand, input: Text | undefined, state: ShellState): Text | undefined {
    if (command.redirects.some(({ operator }) => operator.includes(">"))) return undefined;
    return this.textOf(command, input, state);
  }

  textOf(command: SimpleCommand, input: Text | undefined, state: ShellState): Text | undefined {
    if (command.assignments.length > 0) return undefined;
    return printedText(command, input, {
      words: (words) => {
        const [only, other] = this.words.all(words, state);
        return other === undefined && !this.isFunction(only?.[0]?.text ?? "") ? only : undefined;
      },
      value: (word) => {
        const [only, other] = this.words.one(word, state);
        return other === undefined ? only : undefined;
      },
      file: (path) => state.files.get(path),
      exported: (name) => {
        const [only, other] = state.variables.get(name) ?? [];
        return state.exported.has(name) && other === undefined ? only : undefined;
      },
      isBash: this.expandsBraces,
    });
  }

  /** `cat > FILE <<EOF`, and others that change a file. */
  write(command: SimpleCommand, state: ShellState, input?: Text): void {
    const { redirects } = command;
    const given = { ...command, redirects: redirects.filter(({ operator }) => !operator.includes(">")) };
    const isWhole = redirects.length - given.redirects.length === 1;
    for (const redirect of redirects) {
      if (!/^(?:>>?|>\||&>>?)$/.test(redirect.operator)) continue;
      const [path] = this.pathOf(redirect, state).map(shellPath);
      if (path === undefined) {
        state.files.clear(); // it may be any of them
        continue;
      }
      const isOutput = isWhole && /^>\|?$/.test(redirect.operator);
      const written = isOutput ? this.textOf(given, input, state) : undefined;
      if (written) state.files.set(path, written);
      else state.files.delete(path);
    }
  }

  private pathOf({ target }: Redirect, state: ShellState): readonly string[] {
    const values = this.words.one(target, state);
    return values.length === 1
      ? values.flatMap(({ text }) => (text.includes(unknownText) ? [] : [text]))
      : [];
  }

  /** The commands whose output the word takes. */
  outputs(word: Word, state: ShellState): void {
    for (const part of word.parts) {
      if (part.kind !== "output") continue;
      this.runApart(part.script, state);
      const printed = this.printedIn(part.script, state);
      if (printed) this.words.printed.set(part, withoutLastLines(printed));
      else this.words.printed.delete(part);
    }
  }

  /** What commands print of which the last alone prints anything: `IFS=,; echo "${NAMES[*]}"`. */
  private printedIn(script: Script, state: ShellState): Text | undefined {
    const inside = copyOf(state);
    for (const [index, command] of script.entries()) {
      const isLast = index === script.length - 1;
      if (command.kind === "pipeline" && isLast) {
        let text: Text | undefined;
        for (const part of command.commands)
          text = part.kind === "simple" ? this.printedBy(part, text, inside) : undefined;
        return text;
      }
      if (command.kind !== "simple") return undefined;
      if (isLast) return this.printedBy(command, undefined, inside);
      if (command.words.length > 0 || command.redirects.length > 0) return undefined;
      for (const one of command.assignments) assignVariable(one, inside, this.words);
    }
    return undefined;
  }
}
