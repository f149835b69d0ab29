import { redirected } from "./assigned-names.js";
import type { Text } from "./expand-word.js";
import { unknownText } from "./parse-script.js";
import { joined, nothing, printedText, withoutLastLines } from "./printed-text.js";
import type { ScriptWords } from "./script-words.js";
import { folderText, madePath, pathIn } from "./shell-folder.js";
import type { ShellState } from "./shell-state.js";
import type { Redirect, Script, SimpleCommand, Word } from "./syntax.js";

/** What the commands of a script print, and into which files. */
export class ScriptOutput {
  constructor(
    private readonly words: ScriptWords,
    private readonly isBash: boolean,
    /** Whether the script has a function of that name. */
    private readonly isFunction: (name: string) => boolean,
    /** What commands print that run by themselves. */
    private readonly printedApart: (script: Script, state: ShellState) => Text | undefined,
  ) {}

  /** What a command that is no function prints for whoever takes it. */
  printedBy(command: SimpleCommand, input: Text | undefined, state: ShellState): Text | undefined {
    const way = this.wayOf(command.redirects, state);
    if (way !== "on") return way === "away" ? nothing : undefined;
    // Assignments print nothing
    if (command.declared) return nothing;
    if (command.words.length === 0 && command.redirects.length === 0) return nothing;
    const redirects = command.redirects.filter(({ operator }) => !operator.includes(">"));
    return this.textOf({ ...command, redirects }, input, state);
  }

  /** Where redirections lead what is printed; undefined: that is not followed. */
  wayOf(redirects: readonly Redirect[], state: ShellState): "on" | "away" | undefined {
    const leading = redirects.filter(isOfOutput);
    const [only, other] = leading;
    if (
      redirects.some(
        ({ operator, descriptor }) => operator.includes(">") && !/^[12]?$/.test(descriptor ?? ""),
      )
    )
      return undefined;
    if (!only) return "on";
    const [target] = this.words.one(only.target, state);
    if (other || !target || target.text.includes(unknownText) || target.text.startsWith("/dev/"))
      return target?.text === "/dev/null" && !other ? "away" : undefined;
    if (!only.operator.startsWith(">&")) return "away";
    return target.text === "2" ? "away" : undefined;
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
      file: (written) => {
        const path = pathIn(state, written);
        return path === undefined ? undefined : state.files.get(path);
      },
      folder: folderText(state),
      newPath: () => madePath(state),
      exported: (name) => {
        const [only, other] = state.variables.get(name) ?? [];
        return state.exported.has(name) && other === undefined ? only : undefined;
      },
      isBash: this.isBash,
    });
  }

  /** `cat > FILE <<EOF`, and others that change a file. */
  write(command: SimpleCommand, state: ShellState, input?: Text): void {
    const given = {
      ...command,
      redirects: command.redirects.filter(({ operator }) => !operator.includes(">")),
    };
    this.writeText(command.redirects, () => this.textOf(given, input, state), state);
  }

  /** What is printed goes into the files. */
  writeText(redirects: readonly Redirect[], printed: () => Text | undefined, state: ShellState): void {
    const isWhole = redirects.filter(isOfOutput).length === 1;
    for (const redirect of redirects) {
      if (!/^(?:>>?|>\||&>>?)$/.test(redirect.operator)) continue;
      const path = this.pathOf(redirect, state);
      if (path === undefined) {
        state.files.clear(); // it may be any of them
        continue;
      }
      const isOutput = isWhole && /^>[|>]?$/.test(redirect.operator) && isOfOutput(redirect);
      const before = redirect.operator === ">>" ? state.files.get(path) : nothing;
      const added = isOutput && before ? printed() : undefined;
      const written = added && before !== nothing && before ? joined([before, added]) : added;
      if (written) state.files.set(path, written);
      else state.files.delete(path);
    }
  }

  private pathOf({ target }: Redirect, state: ShellState): string | undefined {
    const [only, other] = this.words.one(target, state);
    return only && other === undefined ? pathIn(state, only) : undefined;
  }

  /** The commands whose output the word takes. */
  outputs(word: Word, state: ShellState): void {
    for (const part of word.parts) {
      if (part.kind !== "output") continue;
      const printed = this.printedApart(part.script, state);
      if (printed) this.words.printed.set(part, withoutLastLines(printed));
      else this.words.printed.delete(part);
    }
  }

  outputsOf(redirects: readonly Redirect[], state: ShellState): void {
    for (const word of redirected(redirects)) this.outputs(word, state);
  }
}

/** Not of what a program says besides. */
function isOfOutput({ operator, descriptor }: Redirect): boolean {
  return (
    operator.includes(">") && (operator.startsWith("&") || descriptor === undefined || descriptor === "1")
  );
}
