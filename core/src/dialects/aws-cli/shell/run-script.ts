import { changesNoFile, shellPath } from "../../../files/shell-files.js";
import { expandWord, unknownField, type Field, type Text, type Variables } from "./expand-word.js";
import { unknownText } from "./parse-script.js";
import type { Command, Redirect, Script, SimpleCommand, Word } from "./syntax.js";

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
  readonly from: number;
  readonly to: number;
}

/** More commands than this are not followed. */
const mostCommands = 5000;
const mostAlternatives = 8;

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
  script: Script,
  variables: Variables,
  files: ReadonlyMap<string, Text>,
  wanted: (program: string) => boolean,
  expandsBraces = true,
): readonly RunCommand[] {
  const run = new ScriptRun(wanted, expandsBraces);
  run.all(script, { variables: new Map(variables), files: new Map(files) });
  return run.commands;
}

interface ShellState {
  variables: Map<string, readonly Text[]>;
  files: Map<string, Text>;
}

const notKnown: readonly Text[] = [{ text: unknownText, at: [-1] }];

class ScriptRun {
  readonly commands: RunCommand[] = [];
  private readonly functions = new Map<string, Script>();
  private steps = 0;
  private stopped = false;
  /** The shell takes none of the commands at hand. */
  private isRefused = false;

  constructor(
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
        for (const part of command.commands) this.apart([part], state);
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
        this.functions.set(command.name, command.body);
        // Read once by itself, with arguments and variables that nobody knows
        this.branches([command.body], { variables: new Map(), files: new Map(state.files) });
        for (const name of assignedIn(command.body)) setVariable(state, name, notKnown);
      }
    }
  }

  /** Its variables are its own; the files stay. */
  private apart(script: Script, state: ShellState): void {
    const stopped = this.stopped;
    this.all(script, { ...state, variables: new Map(state.variables) });
    this.stopped = stopped;
  }

  private branches(branches: readonly Script[], state: ShellState): void {
    const ends: ShellState[] = [];
    for (const branch of branches) {
      const end = { variables: new Map(state.variables), files: new Map(state.files) };
      this.all(branch, end);
      if (!this.stopped) ends.push(end);
      this.stopped = false;
    }
    if (ends.length > 0) join(state, ends);
  }

  private loop({ variable, items, body }: Extract<Command, { kind: "loop" }>, state: ShellState): void {
    const values = items?.flatMap((item) => this.words([item], state).flatMap((fields) => fields));
    for (const name of assignedIn(body)) {
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

  private simple(command: SimpleCommand, state: ShellState): void {
    const { assignments, words, redirects, from, to } = command;
    for (const word of [...words, ...assignments.flatMap(({ value }) => value ?? [])])
      this.outputs(word, state);
    const own = new Map(state.variables);
    for (const { name, value } of assignments) own.set(name, value ? this.value(value, state) : notKnown);
    if (words.length === 0) {
      for (const [name, value] of own) state.variables.set(name, value);
      return;
    }
    const given = this.words(words, state);
    const alternatives = given.map((fields) => fields.slice(prefixLength(fields)));
    const [before = []] = given;
    for (const [name, value] of assignmentsIn(before.slice(0, prefixLength(before)))) own.set(name, [value]);
    const [first] = alternatives[0] ?? [];
    const program = first?.text ?? "";
    this.write(command, state);
    if (this.functions.has(program)) {
      for (const name of assignedIn(this.functions.get(program) ?? [])) setVariable(state, name, notKnown);
      return;
    }
    if (!changesNoFile(program))
      for (const { text: word } of alternatives.flat()) state.files.delete(shellPath(word));
    if (this.wanted(program)) {
      this.commands.push({
        alternatives,
        variables: own,
        files: new Map(state.files),
        from,
        to,
        isRefused: this.isRefused,
      });
    }
    for (const { target } of redirects) this.outputs(target, state);
    this.builtin(program, (alternatives[0] ?? []).slice(1), state);
  }

  private builtin(program: string, fields: readonly Field[], state: ShellState): void {
    switch (program) {
      case "export":
      case "declare":
      case "typeset":
      case "local":
      case "readonly":
        for (const [name, value] of assignmentsIn(fields)) setVariable(state, name, [value]);
        return;
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
      case "shift":
      case "set":
        for (const name of state.variables.keys()) if (/^\d/.test(name)) setVariable(state, name, notKnown);
        return;
      case "cd":
      case "pushd":
      case "popd":
        state.files.clear();
        return;
      case "exit":
      case "return":
      case "break":
      case "continue":
        this.stopped = program === "exit" || program === "return";
    }
  }

  /** `cat > FILE <<EOF`, and others that change a file. */
  private write({ words, redirects }: SimpleCommand, state: ShellState): void {
    const text = redirects.find((redirect) => redirect.text)?.text;
    for (const redirect of redirects) {
      if (!/^(?:>>?|>\||&>>?)$/.test(redirect.operator)) continue;
      const [path] = this.pathOf(redirect, state).map(shellPath);
      if (path === undefined) {
        state.files.clear(); // it may be any of them
        continue;
      }
      const written = text && isCat(words) ? text : echoed(words);
      const content = written && !redirect.operator.endsWith(">>") ? this.value(written, state) : [];
      const [only, other] = content;
      if (only && other === undefined) state.files.set(path, only);
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
    for (const part of word.parts) if (part.kind === "output") this.apart(part.script, state);
  }

  private value(word: Word, state: ShellState): readonly Text[] {
    const quoted = { ...word, parts: word.parts.map((part) => ({ ...part, quoted: true })) };
    return expandWord(quoted, state.variables).map(([field]) => field ?? { text: "", at: [] });
  }

  private words(words: readonly Word[], state: ShellState): readonly (readonly Field[])[] {
    let lines: Field[][] = [[]];
    for (const word of words) {
      const expanded = expandWord(word, state.variables, this.expandsBraces);
      const [only, other] = expanded;
      if (only && other === undefined) for (const line of lines) line.push(...only);
      else if (lines.length * expanded.length <= mostAlternatives)
        lines = lines.flatMap((line) => expanded.map((fields) => [...line, ...fields]));
      else for (const line of lines) line.push(unknownField(word));
    }
    return lines;
  }
}

function setVariable(state: ShellState, name: string, values: readonly Text[]): void {
  state.variables.set(name, values.length > mostAlternatives ? notKnown : values);
}

function lose(state: ShellState): void {
  for (const name of state.variables.keys()) state.variables.set(name, notKnown);
}

function join(state: ShellState, ends: readonly ShellState[]): void {
  for (const name of new Set(ends.flatMap(({ variables }) => [...variables.keys()]))) {
    const values = new Map<string, Text>();
    for (const end of ends)
      for (const value of end.variables.get(name) ?? notKnown)
        values.set(`${value.text}\0${value.at[0]}`, value);
    setVariable(state, name, [...values.values()]);
  }
  for (const path of new Set([...state.files.keys(), ...ends.flatMap(({ files }) => [...files.keys()])])) {
    const [first, ...others] = ends.map(({ files }) => files.get(path));
    if (first && others.every((one) => one === first)) state.files.set(path, first);
    else state.files.delete(path);
  }
}

/** Programs that run the program that follows, and their options that take the next word. */
const prefixes: ReadonlyMap<string, readonly string[]> = new Map([
  ["time", ["-f", "-o"]],
  ["sudo", ["-u", "-g", "-C", "-D", "-h", "-p", "-R", "-T"]],
  ["command", []],
  ["exec", ["-a"]],
  ["nohup", []],
  ["nice", ["-n"]],
  ["env", ["-u", "-C"]],
  ["builtin", []],
]);

function prefixLength(fields: readonly Field[]): number {
  let start = 0;
  for (;;) {
    const valued = prefixes.get(fields[start]?.text ?? "");
    if (valued === undefined || start >= fields.length - 1) return start;
    start += 1;
    while (start < fields.length - 1 && /^(?:--?\w[\w=-]*|[A-Za-z_]\w*=.*)$/.test(fields[start]?.text ?? ""))
      start += valued.includes(fields[start]?.text ?? "") ? 2 : 1;
    start = Math.min(start, fields.length - 1);
  }
}

/** `NAME=value` of `export NAME=value` and `env NAME=value program`. */
function assignmentsIn(fields: readonly Field[]): readonly (readonly [name: string, value: Text])[] {
  return fields.flatMap(({ text, at }) => {
    const [all, name] = /^([A-Za-z_]\w*)=/.exec(text) ?? [];
    return all === undefined || name === undefined
      ? []
      : [[name, { text: text.slice(all.length), at: at.slice(all.length) }] as const];
  });
}

function isCat(words: readonly Word[]): boolean {
  const [part, ...others] = words[0]?.parts ?? [];
  return words.length === 1 && others.length === 0 && part?.kind === "text" && part.text === "cat";
}

/** The one word of `echo 'text'`, where all shells write it as it is. */
function echoed([program, word, ...others]: readonly Word[]): Word | undefined {
  const [part, ...more] = program?.parts ?? [];
  const isEcho = part?.kind === "text" && part.text === "echo" && more.length === 0;
  if (!isEcho || word === undefined || others.length > 0) return undefined;
  const isPlain = word.parts.every((one) => one.quoted && (one.kind !== "text" || !/^-|\\/.test(one.text)));
  return isPlain ? word : undefined;
}

/** The variables that commands may set. */
function assignedIn(script: Script, names = new Set<string>()): ReadonlySet<string> {
  for (const command of script) {
    switch (command.kind) {
      case "simple":
        for (const { name } of command.assignments) names.add(name);
        for (const { parts } of command.words)
          for (const part of parts) {
            const [, name] = part.kind === "text" ? (/^([A-Za-z_]\w*)(?:=|$)/.exec(part.text) ?? []) : [];
            if (name !== undefined) names.add(name);
          }
        break;
      case "group":
      case "refused":
      case "function":
        assignedIn(command.body, names);
        break;
      case "pipeline":
        assignedIn(command.commands, names);
        break;
      case "and or":
        assignedIn([command.left, command.right], names);
        break;
      case "branches":
        for (const branch of command.branches) assignedIn(branch, names);
        break;
      case "loop":
        if (command.variable !== undefined) names.add(command.variable);
        assignedIn(command.body, names);
    }
  }
  return names;
}
