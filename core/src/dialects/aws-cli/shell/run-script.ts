import { changesNoFile, shellPath } from "../../../files/shell-files.js";
import { assignedIn, mentions } from "./assigned-names.js";
import { expandWord, unknownField, type Field, type Text, type Variables } from "./expand-word.js";
import { parseScript, unknownText } from "./parse-script.js";
import { assignmentsIn, prefixLength } from "./program-prefix.js";
import { joined, printedText, withoutLastLines } from "./printed-text.js";
import {
  argumentsIn,
  copyOf,
  join,
  lose,
  mostAlternatives,
  notKnown,
  setArguments,
  setVariable,
  type ShellState,
} from "./shell-state.js";
import type { Assignment, Command, Redirect, Script, SimpleCommand, Word, WordPart } from "./syntax.js";

/** A command that the script runs, as it is given to the program. */
export interface RunCommand {
  /** One of them is run; several where a variable differs by branch. */
  readonly alternatives: readonly (readonly Field[])[];
  /** The variables that the program sees. */
  readonly variables: Variables;
  /** What is known to be in files then, by path: what the script itself wrote, or what was there before. */
  readonly files: ReadonlyMap<string, Text>;
  /** It is no syntax of the shell's, which runs nothing of it. */
  readonly isRefused: boolean;
  /** It stands in a text that another shell is given: `bash -c '…'`. */
  readonly isInText: boolean;
  readonly from: number;
  readonly to: number;
}

/** More commands than this are not followed. */
const mostCommands = 5000;
/** Functions that call functions, deeper than this, are not followed. */
const mostCalls = 8;

/**
 * Follows a script without running it: which commands it runs, with which words. Branches and loops are read once,
 * variables then have several values.
 *
 * @param variables Those that are set when the script starts; what is not among them is not known.
 * @param files What is in files before it starts, as far as that is known.
 * @param wanted Whether a program's commands are asked for, by its name as written.
 * @param expandsBraces The shell does, as bash; false: perhaps not, as dash.
 */
export function runScript(
  text: string,
  variables: Variables,
  files: ReadonlyMap<string, Text>,
  wanted: (program: string) => boolean,
  expandsBraces = true,
  given?: readonly Text[],
): readonly RunCommand[] {
  const run = new ScriptRun(text, wanted, expandsBraces);
  const arrays = new Map(given ? [["@", given] as const] : []);
  const exported = new Set([...variables.keys()].filter((name) => !/^\d/.test(name)));
  run.all(parseScript(text), { variables: new Map(variables), arrays, exported, files: new Map(files) });
  run.readUncalled();
  return run.commands;
}

interface ShellFunction {
  readonly body: Script;
  readonly files: ReadonlyMap<string, Text>;
  isCalled: boolean;
}

/** A function while its body is followed. */
interface Call {
  readonly name: string;
  /** What its own variables hide. */
  readonly hidden: Map<
    string,
    readonly [values: readonly Text[] | undefined, items: readonly Text[] | undefined]
  >;
  /** Where it is left before its end. */
  readonly returns: ShellState[];
}

class ScriptRun {
  readonly commands: RunCommand[] = [];
  private readonly functions = new Map<string, ShellFunction>();
  private readonly defined: ShellFunction[] = [];
  private readonly calls: Call[] = [];
  private readonly printed = new Map<WordPart, Text>();
  /** What the command at hand gets from the one before it. */
  private input: Text | undefined;
  private isInText = false;
  private steps = 0;
  private stopped = false;
  /** The shell takes none of the commands at hand. */
  private isRefused = false;

  constructor(
    private readonly text: string,
    private readonly wanted: (program: string) => boolean,
    private readonly expandsBraces: boolean,
  ) {}

  all(script: Script, state: ShellState): void {
    for (const command of script) {
      if (this.stopped) return;
      this.one(command, state);
    }
  }

  private one(command: Command, state: ShellState): void {
    if (++this.steps > mostCommands) return;
    switch (command.kind) {
      case "simple":
        this.simple(command, state);
        return;
      case "group":
        if (command.subshell) this.apart(command.body, state);
        else this.all(command.body, state);
        return;
      case "pipeline":
        this.pipeline(command.commands, state);
        return;
      case "and or":
        this.one(command.left, state);
        if (command.operator === "&&") this.one(command.right, state);
        else this.branches([[command.right], []], state);
        return;
      case "branches":
        this.branches(command.complete ? command.branches : [...command.branches, []], state);
        return;
      case "loop":
        this.loop(command, state);
        return;
      case "refused": {
        const before = this.isRefused;
        this.isRefused = true;
        this.all(command.body, state);
        this.isRefused = before;
        this.stopped = true;
        return;
      }
      case "function": {
        const made: ShellFunction = { body: command.body, files: new Map(state.files), isCalled: false };
        this.functions.set(command.name, made);
        this.defined.push(made);
      }
    }
  }

  /** Functions that nothing calls, with arguments and variables that nobody knows; those that call others first. */
  readUncalled(): void {
    this.stopped = false;
    for (const one of [...this.defined].reverse()) {
      if (one.isCalled) continue;
      one.isCalled = true;
      const state = {
        variables: new Map(),
        arrays: new Map(),
        exported: new Set<string>(),
        files: new Map(one.files),
      };
      this.branches([one.body], state);
      this.stopped = false;
    }
  }

  private pipeline(commands: readonly Command[], state: ShellState): void {
    let input: Text | undefined;
    for (const part of commands) {
      this.input = input;
      this.apart([part], state);
      this.input = undefined;
      input = part.kind === "simple" ? this.printedBy(part, input, state) : undefined;
    }
  }

  /** What it prints, where nothing takes that away. */
  private printedBy(command: SimpleCommand, input: Text | undefined, state: ShellState): Text | undefined {
    if (command.redirects.some(({ operator }) => operator.includes(">"))) return undefined;
    return this.textOf(command, input, state);
  }

  private textOf(command: SimpleCommand, input: Text | undefined, state: ShellState): Text | undefined {
    if (command.assignments.length > 0) return undefined;
    return printedText(command, input, {
      words: (words) => {
        const [only, other] = this.words(words, state);
        return other === undefined && !this.functions.has(only?.[0]?.text ?? "") ? only : undefined;
      },
      value: (word) => {
        const [only, other] = this.value(word, state);
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

  /** A function of the script, in whose place its body runs. */
  private call(
    name: string,
    called: ShellFunction,
    given: readonly (readonly Field[])[],
    state: ShellState,
  ): void {
    called.isCalled = true;
    const rounds = this.calls.filter((one) => one.name === name).length;
    if (rounds > 0) for (const one of assignedIn(called.body)) setVariable(state, one, notKnown);
    if (rounds > 1 || this.calls.length >= mostCalls) return;
    const arguments_ = argumentsIn(state);
    const call: Call = { name, hidden: new Map(), returns: [] };
    this.calls.push(call);
    this.branches(
      [called.body],
      state,
      given.map((fields) => (inside: ShellState) => {
        // What it calls itself with differs by round
        setArguments(inside, rounds > 0 ? undefined : fields.slice(1));
      }),
      call.returns,
    );
    this.calls.pop();
    for (const [hidden, [values, items]] of call.hidden) {
      if (values) state.variables.set(hidden, values);
      else state.variables.delete(hidden);
      if (items) state.arrays.set(hidden, items);
      else state.arrays.delete(hidden);
    }
    arguments_.restore(state);
  }

  /** Its variables are its own; the files stay. */
  private apart(script: Script, state: ShellState): void {
    const stopped = this.stopped;
    this.all(script, { ...copyOf(state), files: state.files });
    this.stopped = stopped;
  }

  /** @param starts What is done before each, once for each way. @param returns States that come out of them otherwise. */
  private branches(
    branches: readonly Script[],
    state: ShellState,
    starts: readonly ((state: ShellState) => void)[] = [() => undefined],
    returns: readonly ShellState[] = [],
  ): void {
    const ends: ShellState[] = [];
    for (const branch of branches) {
      for (const start of starts) {
        const end = copyOf(state);
        start(end);
        this.all(branch, end);
        if (!this.stopped) ends.push(end);
        this.stopped = false;
      }
    }
    if (ends.length + returns.length > 0) join(state, [...ends, ...returns]);
  }

  private loop({ variable, items, body }: Extract<Command, { kind: "loop" }>, state: ShellState): void {
    const values = items?.flatMap((item) => this.words([item], state).flatMap((fields) => fields));
    for (const name of this.assignedInRounds(body)) {
      const before = state.variables.get(name);
      setVariable(state, name, before ? [...before, ...notKnown] : notKnown);
    }
    if (variable !== undefined) {
      const several = values !== undefined && values.length > 0 && values.length <= mostAlternatives;
      const known = several && values.every(({ splits }) => !splits);
      setVariable(state, variable, known ? values : notKnown);
    }
    this.branches([body, []], state);
  }

  /** What a round may set, the functions that it calls included. */
  private assignedInRounds(body: Script): ReadonlySet<string> {
    const names = assignedIn(body);
    const isCalled = [...this.functions.keys()].some((name) => mentions(body, name));
    if (!isCalled) return names;
    return new Set([...names, ...[...this.functions.values()].flatMap((one) => [...assignedIn(one.body)])]);
  }

  private simple(command: SimpleCommand, state: ShellState): void {
    const { assignments, words, redirects, from, to } = command;
    for (const word of [...words, ...assignments.flatMap(({ value }) => value ?? [])])
      this.outputs(word, state);
    const own = new Map(state.variables);
    if (words.length === 0) {
      for (const one of assignments) this.assign(one, state);
      this.write(command, state);
      return;
    }
    for (const { name, value, appends } of assignments)
      own.set(name, value && !appends ? this.value(value, state) : notKnown);
    const { input } = this;
    this.input = undefined;
    const given = this.words(words, state);
    const alternatives = given.map((fields) => fields.slice(prefixLength(fields)));
    const [before = []] = given;
    for (const [name, value] of assignmentsIn(before.slice(0, prefixLength(before)))) own.set(name, [value]);
    const [first] = alternatives[0] ?? [];
    const program = first?.text ?? "";
    this.write(command, state, input);
    const called = this.functions.get(program);
    if (called) {
      this.call(program, called, alternatives, state);
      return;
    }
    const copied = program === "cp" ? fileCopied(alternatives, state) : undefined;
    if (!changesNoFile(program))
      for (const { text: word } of alternatives.flat()) state.files.delete(shellPath(word));
    if (copied)
      for (const { text: word } of alternatives.flat().slice(1)) state.files.set(shellPath(word), copied);
    if (program === "tee") this.tee(alternatives, input ?? this.textOf(command, undefined, state), state);
    if (/^(?:\S*\/)?(?:bash|sh)$/.test(program)) this.shell(alternatives, state);
    if (this.wanted(program)) {
      this.commands.push({
        alternatives,
        variables: own,
        files: new Map(state.files),
        from,
        to,
        isRefused: this.isRefused,
        isInText: this.isInText,
      });
    }
    for (const { target } of redirects) this.outputs(target, state);
    this.builtin(program, (alternatives[0] ?? []).slice(1), state);
  }

  private assign({ name, value, items, appends }: Assignment, state: ShellState): void {
    if (items) {
      const before = appends ? state.arrays.get(name) : [];
      const [fields, other] = this.words(items, state);
      const isKnown = before && fields && other === undefined && fields.every(({ splits }) => !splits);
      setVariable(state, name, notKnown);
      if (!isKnown) return;
      const all = [...before, ...fields];
      setVariable(state, name, [all[0] ?? { text: "", at: [] }]);
      state.arrays.set(name, all);
      return;
    }
    if (!value || (appends && state.arrays.has(name))) {
      setVariable(state, name, notKnown);
      return;
    }
    const values = this.value(value, state);
    const before = appends ? (state.variables.get(name) ?? notKnown) : undefined;
    setVariable(
      state,
      name,
      before ? before.flatMap((one) => values.map((added) => joined([one, added]))) : values,
    );
  }

  /** `tee FILE` */
  private tee(alternatives: readonly (readonly Field[])[], input: Text | undefined, state: ShellState): void {
    const [only, other] = alternatives;
    const files = only?.slice(1) ?? [];
    if (!input || other || files.some(({ text, splits }) => splits || text.startsWith("-"))) return;
    for (const { text } of files) state.files.set(shellPath(text), input);
  }

  /** `bash -c 'commands'`, where the text stands in the script as it is. */
  private shell(alternatives: readonly (readonly Field[])[], state: ShellState): void {
    const [only, other] = alternatives;
    const [, option, text, more] = only ?? [];
    if (other || more || !text || !/^-[a-z]*c$/.test(option?.text ?? "")) return;
    const [from = -1] = text.at;
    if (from < 0 || !text.at.every((at, index) => at === from + index)) return;
    const before = this.isInText;
    this.isInText = true;
    const seen = new Map([...state.variables].filter(([name]) => state.exported.has(name)));
    const inner = { ...copyOf(state), variables: seen, arrays: new Map<string, readonly Text[]>() };
    const stopped = this.stopped;
    this.all(parseScript(this.text, from, from + text.at.length), { ...inner, files: state.files });
    this.stopped = stopped;
    this.isInText = before;
  }

  private builtin(program: string, fields: readonly Field[], state: ShellState): void {
    switch (program) {
      case "export":
      case "declare":
      case "typeset":
      case "local":
      case "readonly": {
        const hidden = program === "export" || program === "readonly" ? undefined : this.calls.at(-1)?.hidden;
        for (const { text } of fields) {
          const [, name] = /^([A-Za-z_]\w*)(?:=|$)/.exec(text) ?? [];
          if (name === undefined) continue;
          if (program === "export") state.exported.add(name);
          if (!hidden) continue;
          if (!hidden.has(name)) hidden.set(name, [state.variables.get(name), state.arrays.get(name)]);
          setVariable(state, name, [{ text: "", at: [] }]);
        }
        for (const [name, value] of assignmentsIn(fields)) setVariable(state, name, [value]);
        // `declare -x`, `declare -n`, `declare -A` and the like
        if (fields.some(({ text }) => text.startsWith("-")) && program !== "export")
          for (const { text } of fields) setVariable(state, text.split("=")[0] ?? text, notKnown);
        return;
      }
      case "unset":
        for (const { text } of fields) setVariable(state, text, [{ text: "", at: [] }]);
        return;
      case "read":
      case "mapfile":
      case "readarray":
      case "getopts":
      case "let":
      case "printf":
        for (const { text } of fields) if (/^[A-Za-z_]\w*$/.test(text)) setVariable(state, text, notKnown);
        return;
      case "source":
      case ".":
      case "eval":
        lose(state);
        return;
      case "shift": {
        const [count = { text: "1" }] = fields;
        const given = state.arrays.get("@");
        setArguments(state, given && /^\d$/.test(count.text) ? given.slice(Number(count.text)) : undefined);
        return;
      }
      case "set":
        // `set -o pipefail` sets none
        if (
          fields.some(
            ({ text }, index) =>
              /^(?:--$|[^-+])/.test(text) && !/^[-+]\w*o$/.test(fields[index - 1]?.text ?? ""),
          )
        )
          setArguments(state, undefined);
        return;
      case "cd":
      case "pushd":
      case "popd":
        state.files.clear();
        return;
      case "return":
        this.calls.at(-1)?.returns.push(copyOf(state));
        this.stopped = true;
        return;
      case "exit":
        this.stopped = true;
        return;
      case "break":
      case "continue":
        this.stopped = false;
    }
  }

  /** `cat > FILE <<EOF`, and others that change a file. */
  private write(command: SimpleCommand, state: ShellState, input?: Text): void {
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
    const values = this.value(target, state);
    return values.length === 1
      ? values.flatMap(({ text }) => (text.includes(unknownText) ? [] : [text]))
      : [];
  }

  /** The commands whose output the word takes. */
  private outputs(word: Word, state: ShellState): void {
    for (const part of word.parts) {
      if (part.kind !== "output") continue;
      this.apart(part.script, state);
      const printed = this.printedIn(part.script, state);
      if (printed) this.printed.set(part, withoutLastLines(printed));
      else this.printed.delete(part);
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
      for (const one of command.assignments) this.assign(one, inside);
    }
    return undefined;
  }

  private value(word: Word, state: ShellState): readonly Text[] {
    // Nothing is split; parts that are known by themselves stay the same
    const whole = word.parts.map((part): WordPart => {
      if (part.kind === "items" && part.which === "@") return { ...part, which: "*", quoted: true };
      return part.quoted ? part : { ...part, quoted: true };
    });
    const printed = new Map(
      word.parts.flatMap((part, index) => {
        const [text, now] = [this.printed.get(part), whole[index]];
        return text && now ? [[now, text] as const] : [];
      }),
    );
    const expansions = { arrays: state.arrays, printed };
    return expandWord({ ...word, parts: whole }, state.variables, true, expansions).map(
      ([field]) => field ?? { text: "", at: [] },
    );
  }

  private words(words: readonly Word[], state: ShellState): readonly (readonly Field[])[] {
    let lines: Field[][] = [[]];
    for (const word of words) {
      const expansions = { arrays: state.arrays, printed: this.printed };
      const expanded = expandWord(word, state.variables, this.expandsBraces, expansions);
      const [only, other] = expanded;
      if (only && other === undefined) for (const line of lines) line.push(...only);
      else if (lines.length * expanded.length <= mostAlternatives)
        lines = lines.flatMap((line) => expanded.map((fields) => [...line, ...fields]));
      else for (const line of lines) line.push(unknownField(word));
    }
    return lines;
  }
}

/** `cp FILE.json OTHER.json`; a path without such an end may be a folder. */
function fileCopied([only, other]: readonly (readonly Field[])[], { files }: ShellState): Text | undefined {
  const [, from, to, more] = only ?? [];
  const isFile =
    other === undefined && from && to && !more && !to.splits && /\.(?:json|ya?ml)$/.test(to.text);
  return isFile ? files.get(shellPath(from.text)) : undefined;
}
