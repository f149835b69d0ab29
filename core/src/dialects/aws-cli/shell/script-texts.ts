import type { Follower } from "./branching.js";
import type { Field, Text } from "./expand-word.js";
import { unknownText } from "./parse-script.js";
import { joinedByBlanks } from "./printed-text.js";
import { longestText, scriptInText, type ScriptInText } from "./script-in-text.js";
import { pathIn } from "./shell-folder.js";
import { copyOf, join, lose, notKnown, print, setVariable, type ShellState } from "./shell-state.js";
import type { Range } from "./syntax.js";
import { maySetVariables } from "./unread-functions.js";

/** Texts in texts, deeper than this, are not read. */
const mostTexts = 4;

/** Commands that stand in texts: those of `eval`, of other shells, and of files that are taken in. */
export class ScriptTexts {
  /** Of the commands at hand. */
  inText: ScriptInText["inText"] | undefined;
  /** A file was taken in of which nobody knows what it has. */
  private hasUnread = false;
  private depth = 0;

  constructor(
    private readonly run: Follower,
    /** The script itself. */
    private readonly whole: string,
  ) {}

  /** `bash -c 'commands'` */
  shell(alternatives: readonly (readonly Field[])[], range: Range, state: ShellState): void {
    const texts = alternatives.map(([, option, text, ...given]) =>
      /^-[a-z]*c$/.test(option?.text ?? "") && text && given.length === 0 ? text : undefined,
    );
    if (texts.includes(undefined)) return;
    const seen = new Map([...state.variables].filter(([name]) => state.exported.has(name)));
    const arrays: ShellState["arrays"] = new Map();
    const maps: ShellState["maps"] = new Map();
    for (const text of texts) {
      const stopped = this.run.stopped;
      if (text)
        this.commandsOf(text, range, { ...copyOf(state), variables: seen, arrays, maps, files: state.files });
      this.run.stopped = stopped;
    }
  }

  /** `eval commands` */
  evaluated(alternatives: readonly (readonly Field[])[], range: Range, state: ShellState): void {
    const texts = alternatives.map(([, ...fields]) => joinedByBlanks(fields));
    if (texts.some(({ text }) => text.includes(unknownText))) {
      lose(state);
      print(state, undefined);
    }
    const ends: ShellState[] = [];
    for (const text of texts) {
      const end = copyOf(state);
      this.commandsOf(text, range, end);
      if (!this.run.stopped) ends.push(end);
      this.run.stopped = false;
    }
    this.run.stopped = ends.length === 0;
    join(state, ends);
  }

  /** `source FILE` */
  sourced([fields, other]: readonly (readonly Field[])[], range: Range, state: ShellState): void {
    const [, file, more] = fields ?? [];
    const path = file && !more && !other && !file.splits ? pathIn(state, file) : undefined;
    const text = path === undefined ? undefined : state.files.get(path);
    // What leaves it early would leave the function that it is in
    const isRead = text && text.text.length <= longestText && !/\breturn\b/.test(text.text);
    // It is of another folder than the script
    if (path?.includes("/") === true) setVariable(state, "BASH_SOURCE", notKnown);
    if (isRead) this.commandsOf(text, range, state);
    else {
      this.hasUnread = true;
      lose(state);
      print(state, undefined);
    }
  }

  /** A command that is no function of what was read. */
  called(command: string, state: ShellState): void {
    if (this.hasUnread && maySetVariables(command)) lose(state);
  }

  private commandsOf(text: Text, range: Range, state: ShellState): void {
    if (this.depth >= mostTexts) {
      lose(state);
      print(state, undefined);
      return;
    }
    const before = this.inText;
    const { script, inText } = scriptInText(text, this.whole, range);
    this.depth += 1;
    this.inText = inText === "as it is" ? (before ?? inText) : inText;
    this.run.all(script, state);
    this.inText = before;
    this.depth -= 1;
  }
}
