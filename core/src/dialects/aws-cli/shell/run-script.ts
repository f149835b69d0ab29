import { changesNoFile, shellPath } from "../../../files/shell-files.js";
import { assignedIn, mentions, wordsOf } from "./assigned-names.js";
import { Branching, type Follower } from "./branching.js";
import { calculate } from "./calculate.js";
import { assignVariable } from "./assign-variable.js";
import type { Field, Text, Variables } from "./expand-word.js";
import { parseScript, unknownText } from "./parse-script.js";
import { fileCopied, writeCopies } from "./copied-files.js";
import { assignmentsIn, prefixLength } from "./program-prefix.js";
import { joinedByBlanks } from "./printed-text.js";
import { readWords } from "./read-words.js";
import { runBuiltin, type Call } from "./run-builtin.js";
import { defaultsSet } from "./default-values.js";
import { ScriptOutput } from "./script-output.js";
import { ScriptWords } from "./script-words.js";
import { scriptInText, type ScriptInText } from "./script-in-text.js";
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
import type { Command, Range, Script, SimpleCommand } from "./syntax.js";

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
  /** It stands in a text that a shell is given: `bash -c '…'`. */
  readonly inText?: ScriptInText["inText"];
  readonly from: number;
  readonly to: number;
}

/** More commands than this are not followed. */
const mostCommands = 5000;
/** Texts in texts, deeper than this, are not read. */
const mostTexts = 4;
/** Functions that call functions, deeper than this, are not followed. */
const mostCalls = 8;

/**
 * Follows a script without running it: which commands it runs, with which words. Branches and loops are read once,
 * variables then have several values.
 *
 * @param text Both to be run and to be read again, where it has commands for another shell in it.
 * @param variables Those that are set when the script starts; what is not among them is not known.
 * @param files What is in files before it starts, as far as that is known.
 * @param wanted Whether a program's commands are asked for, by its name as written.
 * @param expandsBraces The shell does, as bash; false: perhaps not, as dash.
 * @param given `$@`; undefined: not known.
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
  const arrays = new Map(given ? [["@", [given]] as const] : []);
  const exported = new Set([...variables.keys()].filter((name) => !/^\d/.test(name)));
  run.all(parseScript(text), {
    variables: new Map(variables),
    arrays,
    maps: new Map(),
    exported,
    files: new Map(files),
  });
  run.readUncalled();
  return run.commands;
}

interface ShellFunction {
  readonly body: Script;
  readonly files: ReadonlyMap<string, Text>;
  readonly inText?: ScriptInText["inText"];
  isCalled: boolean;
}

class ScriptRun implements Follower {
  readonly commands: RunCommand[] = [];
  private readonly functions = new Map<string, ShellFunction>();
  private readonly defined: ShellFunction[] = [];
  private readonly calls: Call[] = [];
  private readonly words: ScriptWords;
  private readonly output: ScriptOutput;
  private readonly branching = new Branching(this);
  /** What the command at hand gets from the one before it. */
  private input: Text | undefined;
  private inText: ScriptInText["inText"] | undefined;
  private texts = 0;
  private steps = 0;
  stopped = false;
  /** The shell takes none of the commands at hand. */
  private isRefused = false;

  constructor(
    private readonly text: string,
    private readonly wanted: (program: string) => boolean,
    private readonly expandsBraces: boolean,
  ) {
    this.words = new ScriptWords(expandsBraces);
    this.output = new ScriptOutput(
      this.words,
      expandsBraces,
      (name) => this.functions.has(name),
      (script, state) => {
        this.apart(script, state);
      },
    );
  }

  all(script: Script, state: ShellState): void {
    for (const command of script) {
      if (this.stopped) return;
      this.one(command, state);
    }
  }

  get isOver(): boolean {
    return this.steps > mostCommands;
  }

  one(command: Command, state: ShellState): void {
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
        this.branching.andOr(command, state);
        return;
      case "branches":
        this.branching.conditional(command, state);
        return;
      case "test":
        return;
      case "arithmetic":
        calculate(command.text, state);
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
        maps: new Map(),
        exported: new Set<string>(),
        files: new Map(one.files),
      };
      this.inText = one.inText;
      this.branching.oneOf([one.body], state);
      this.inText = undefined;
      this.stopped = false;
    }
  }

  private pipeline(commands: readonly Command[], state: ShellState): void {
    let input: Text | undefined;
    for (const part of commands) {
      this.input = input;
      this.apart([part], state);
      this.input = undefined;
      input = part.kind === "simple" ? this.output.printedBy(part, input, state) : undefined;
    }
  }

  /** A function of the script, in whose place its body runs. */
  private call(
    name: string,
    called: ShellFunction,
    given: readonly (readonly Field[])[],
    ofCall: ReadonlyMap<string, readonly Text[]>,
    state: ShellState,
  ): void {
    called.isCalled = true;
    const rounds = this.calls.filter((one) => one.name === name).length;
    if (rounds > 0) for (const one of assignedIn(called.body)) setVariable(state, one, notKnown);
    if (rounds > 1 || this.calls.length >= mostCalls) return;
    const arguments_ = argumentsIn(state);
    const call: Call = { name, hidden: new Map(), returns: [] };
    for (const [variable, values] of ofCall) {
      call.hidden.set(variable, [state.variables.get(variable), state.arrays.get(variable)]);
      setVariable(state, variable, values);
    }
    this.calls.push(call);
    this.branching.oneOf(
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

  private loop(command: Extract<Command, { kind: "loop" }>, state: ShellState): void {
    const { variable, items, body } = command;
    const values = items?.flatMap((item) => this.words.all([item], state).flatMap((fields) => fields));
    for (const name of this.assignedInRounds(command)) {
      const before = state.variables.get(name);
      const isOpen = before?.some(({ text }) => text === unknownText);
      setVariable(state, name, before ? (isOpen ? before : [...before, ...notKnown]) : notKnown);
    }
    if (variable !== undefined) {
      const several = values !== undefined && values.length > 0 && values.length <= mostAlternatives;
      const known = several && values.every(({ splits }) => !splits);
      setVariable(state, variable, known ? values : notKnown);
    }
    this.branching.oneOf([body, []], state);
  }

  /** What a round may set, the functions that it calls included. */
  private assignedInRounds(loop: Command): ReadonlySet<string> {
    const names = assignedIn([loop]);
    const isCalled = [...this.functions.keys()].some((name) => mentions([loop], name));
    if (!isCalled) return names;
    return new Set([...names, ...[...this.functions.values()].flatMap((one) => [...assignedIn(one.body)])]);
  }

  private simple(command: SimpleCommand, state: ShellState): void {
    const { assignments, words, from, to } = command;
    for (const word of wordsOf(command)) this.output.outputs(word, state);
    const defaults = defaultsSet(command, state);
    const setDefaults = () => {
      for (const part of defaults)
        setVariable(state, part.name, this.words.one({ parts: [part], from: part.from, to: part.to }, state));
    };
    if (words.length === 0) {
      for (const one of assignments) assignVariable(one, state, this.words);
      this.output.write(command, state);
      setDefaults();
      return;
    }
    let own = assignments.length === 0 ? state.variables : new Map(state.variables);
    for (const { name, value, appends, isItem } of assignments) {
      // Each sees those before it
      const seen = { ...state, variables: own };
      own.set(name, value && !appends && !isItem ? this.words.one(value, seen) : notKnown);
    }
    const { input } = this;
    this.input = undefined;
    const given = this.words.all(words, state);
    setDefaults();
    const alternatives = given.map((fields) => fields.slice(prefixLength(fields)));
    const [before = []] = given;
    const inPrefix = assignmentsIn(before.slice(0, prefixLength(before)));
    if (inPrefix.length > 0)
      own = new Map([...own, ...inPrefix.map(([name, value]) => [name, [value]] as const)]);
    const [first] = alternatives[0] ?? [];
    const program = first?.text ?? "";
    this.output.write(command, state, input);
    const called = this.functions.get(program);
    if (called) {
      const ofCall = new Map(assignments.map(({ name }) => [name, own.get(name) ?? notKnown]));
      this.call(program, called, alternatives, ofCall, state);
      return;
    }
    const copied = program === "cp" ? fileCopied(alternatives, state) : undefined;
    if (!changesNoFile(program))
      for (const { text: word } of alternatives.flat()) state.files.delete(shellPath(word));
    if (copied)
      for (const { text: word } of alternatives.flat().slice(1)) state.files.set(shellPath(word), copied);
    if (program === "tee")
      writeCopies(alternatives, input ?? this.output.textOf(command, undefined, state), state);
    if (/^(?:\S*\/)?(?:bash|sh)$/.test(program)) this.shell(alternatives, command, state);
    if (program === "trap") this.trap(alternatives, command, state);
    if (this.wanted(program)) {
      this.commands.push({
        alternatives,
        variables: new Map(own),
        files: new Map(state.files),
        from,
        to,
        isRefused: this.isRefused,
        ...(this.inText ? { inText: this.inText } : {}),
      });
    }
    if (program === "eval") this.evaluated(alternatives, command, state);
    else if (this.reads(program, alternatives, command, own, state)) return;
    else if (runBuiltin(program, (alternatives[0] ?? []).slice(1), state, this.calls.at(-1)))
      this.stopped = true;
  }

  /** `read NAME <<< text`, where that is known. */
  private reads(
    program: string,
    [fields, other]: readonly (readonly Field[])[],
    command: SimpleCommand,
    own: Variables,
    state: ShellState,
  ): boolean {
    if (!/^(?:read|mapfile|readarray)$/.test(program) || !fields || other) return false;
    const input = this.output.textOf({ ...command, assignments: [], words: [] }, undefined, state);
    const [ends, more] = own.get("IFS") ?? [];
    if (!input || more || ends?.text.includes(unknownText) === true) return false;
    return readWords(program, fields.slice(1), input, ends?.text, state);
  }

  /** `bash -c 'commands'` */
  private shell(alternatives: readonly (readonly Field[])[], range: Range, state: ShellState): void {
    const texts = alternatives.map(([, option, text, ...given]) =>
      /^-[a-z]*c$/.test(option?.text ?? "") && text && given.length === 0 ? text : undefined,
    );
    if (texts.includes(undefined)) return;
    const seen = new Map([...state.variables].filter(([name]) => state.exported.has(name)));
    const arrays: ShellState["arrays"] = new Map();
    const maps: ShellState["maps"] = new Map();
    for (const text of texts) {
      const stopped = this.stopped;
      if (text)
        this.commandsOf(text, range, { ...copyOf(state), variables: seen, arrays, maps, files: state.files });
      this.stopped = stopped;
    }
  }

  /** `eval commands` */
  private evaluated(alternatives: readonly (readonly Field[])[], range: Range, state: ShellState): void {
    const texts = alternatives.map(([, ...fields]) => joinedByBlanks(fields));
    if (texts.some(({ text }) => text.includes(unknownText))) lose(state);
    const ends: ShellState[] = [];
    for (const text of texts) {
      const end = copyOf(state);
      this.commandsOf(text, range, end);
      if (!this.stopped) ends.push(end);
      this.stopped = false;
    }
    this.stopped = ends.length === 0;
    join(state, ends);
  }

  private commandsOf(text: Text, range: Range, state: ShellState): void {
    if (this.texts >= mostTexts) return;
    const before = this.inText;
    const { script, inText } = scriptInText(text, this.text, range);
    this.texts += 1;
    this.inText = inText === "as it is" ? (before ?? inText) : inText;
    this.all(script, state);
    this.inText = before;
    this.texts -= 1;
  }

  /** `trap 'commands' EXIT`: they run later, whatever is known then. */
  private trap([only, other]: readonly (readonly Field[])[], range: Range, state: ShellState): void {
    const [, text, signal] = only ?? [];
    if (other || !text || !signal || /^-?$/.test(text.text)) return;
    const { script, inText } = scriptInText(text, this.text, range);
    this.defined.push({ body: script, files: new Map(state.files), inText, isCalled: false });
  }
}
