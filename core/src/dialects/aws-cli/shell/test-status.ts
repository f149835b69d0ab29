import { assignedByWord } from "./assigned-names.js";
import { arithmeticValue, comparedValues } from "./arithmetic.js";
import { isKnown } from "./change-value.js";
import { patternLetters, type Field, type Text } from "./expand-word.js";
import { globOf, matchesWhole } from "./glob.js";
import type { ScriptWords } from "./script-words.js";
import type { ScriptOutput } from "./script-output.js";
import { notKnown, setVariable, type ShellState } from "./shell-state.js";
import type { Command, TestOperator, Word } from "./syntax.js";

/** Runs what stands in the words of `[[ … ]]`. */
export function expandTest(
  items: readonly (Word | TestOperator)[],
  state: ShellState,
  output: Pick<ScriptOutput, "outputs">,
): void {
  const names = new Set<string>();
  for (const item of items) {
    if (typeof item === "string") continue;
    output.outputs(item, state);
    assignedByWord(item, names);
  }
  for (const name of names) setVariable(state, name, notKnown);
}

/** Whether a command succeeds, of those that only compare texts and numbers. Undefined: not known. */
export function statusOf(
  command: Command,
  state: ShellState,
  words: ScriptWords,
  isBash: boolean,
): boolean | undefined {
  switch (command.kind) {
    case "not":
      return opposite(statusOf(command.command, state, words, isBash));
    case "arithmetic":
      return comparedValues(command.text, state.variables);
    case "test":
      return command.items && isBash ? new TestReader(command.items, state, words).whole() : undefined;
    case "simple": {
      const { words: given, redirects, assignments } = command;
      const [program] = given;
      const [only] = program?.parts ?? [];
      if (only?.kind !== "text" || program?.parts.length !== 1) return undefined;
      if (only.text === "true" || only.text === ":") return true;
      if (only.text === "false") return false;
      if (!/^(?:\[|test)$/.test(only.text) || redirects.length + assignments.length > 0) return undefined;
      return common(words.all(given, state).map((fields) => bracketStatus(fields, isBash)));
    }
    default:
      return undefined;
  }
}

/** Whether a value is of one of the patterns of `case`. */
export function fits(
  value: Text,
  patterns: readonly Word[],
  state: ShellState,
  words: ScriptWords,
): boolean | undefined {
  const each = patterns.map((pattern) => matches(value, pattern, state, words));
  if (each.includes(true)) return true;
  return each.includes(undefined) ? undefined : false;
}

function matches(value: Text, pattern: Word, state: ShellState, words: ScriptWords): boolean | undefined {
  const isPlain = /^[\t\n -~]*$/.test(value.text) && value.text.length < 2000;
  const expansions = words.expansions(state);
  const letters = patternLetters(pattern, state.variables, expansions);
  const glob = letters && globOf(letters);
  return isPlain && glob ? matchesWhole(glob, value.text, expansions.steps) : undefined;
}

function common(statuses: readonly (boolean | undefined)[]): boolean | undefined {
  const [first] = statuses;
  return statuses.every((one) => one === first) ? first : undefined;
}

function opposite(status: boolean | undefined): boolean | undefined {
  return status === undefined ? undefined : !status;
}

/** `[ … ]`, `test …` */
function bracketStatus([program, ...fields]: readonly Field[], isBash: boolean): boolean | undefined {
  const isBracket = program?.text === "[";
  if (isBracket && fields.at(-1)?.text !== "]") return undefined;
  const given = isBracket ? fields.slice(0, -1) : fields;
  if (given.some((field) => field.splits || !isKnown(field))) return undefined;
  const texts = given.map(({ text }) => text);
  const [first = "", second = "", third = ""] = texts;
  switch (texts.length) {
    case 0:
      return false;
    case 1:
      return first !== "";
    case 2:
      return first === "!" ? second === "" : ofOne(first, second);
    case 3:
      if (/^==?$/.test(second)) return isBash || second === "=" ? first === third : undefined;
      if (second === "!=") return first !== third;
      return ofNumbers(first, second, third);
    case 4:
      if (first !== "!") return undefined;
      return opposite(
        bracketStatus(
          [program, ...fields.slice(1)].filter((one) => one !== undefined),
          isBash,
        ),
      );
    default:
      return undefined;
  }
}

function ofOne(operator: string, value: string): boolean | undefined {
  return operator === "-z" ? value === "" : operator === "-n" ? value !== "" : undefined;
}

const comparisons: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  "-eq": (left, right) => left === right,
  "-ne": (left, right) => left !== right,
  "-gt": (left, right) => left > right,
  "-ge": (left, right) => left >= right,
  "-lt": (left, right) => left < right,
  "-le": (left, right) => left <= right,
};

function ofNumbers(left: string, operator: string, right: string): boolean | undefined {
  const isNumber = /^-?\d{1,15}$/;
  const compare = comparisons[operator];
  return compare && isNumber.test(left) && isNumber.test(right)
    ? compare(Number(left), Number(right))
    : undefined;
}

/** `[[ … ]]` */
class TestReader {
  private at = 0;

  constructor(
    private readonly items: readonly (Word | TestOperator)[],
    private readonly state: ShellState,
    private readonly words: ScriptWords,
  ) {}

  whole(): boolean | undefined {
    const status = this.either();
    return this.at === this.items.length ? status : undefined;
  }

  private either(): boolean | undefined {
    let status = this.both();
    while (this.take("||")) {
      const next = this.both();
      status = status === true || next === true ? true : status === false ? next : undefined;
    }
    return status;
  }

  private both(): boolean | undefined {
    let status = this.single();
    while (this.take("&&")) {
      const next = this.single();
      status = status === false || next === false ? false : status === true ? next : undefined;
    }
    return status;
  }

  private single(): boolean | undefined {
    if (this.take("(")) {
      const status = this.either();
      if (this.take(")")) return status;
      this.fail();
      return undefined;
    }
    const first = this.word();
    if (!first) {
      this.fail();
      return undefined;
    }
    if (textOf(first) === "!") return opposite(this.single());
    const operator = textOf(first);
    const second = this.items[this.at];
    if (operator !== undefined && /^-[a-zA-Z]$/.test(operator) && typeof second === "object") {
      this.at += 1;
      const value = this.value(second);
      return value === undefined ? undefined : ofOne(operator, value.text);
    }
    const between = typeof second === "object" ? textOf(second) : undefined;
    if (between === undefined) {
      const value = this.value(first);
      return value && value.text !== "";
    }
    this.at += 1;
    const right = this.word();
    if (!right) {
      this.fail();
      return undefined;
    }
    const value = this.value(first);
    if (!value) return undefined;
    if (/^==?$/.test(between)) return matches(value, right, this.state, this.words);
    if (between === "!=") return opposite(matches(value, right, this.state, this.words));
    const number = this.value(right);
    const [left, other] = [value, number].map((one) => one && this.number(one));
    return left === undefined || other === undefined ? undefined : ofNumbers(left, between, other);
  }

  /** Both sides are calculated. */
  private number({ text }: Text): string | undefined {
    return arithmeticValue(text, this.state.variables);
  }

  private value(word: Word): Text | undefined {
    const [only, other] = this.words.one(word, this.state);
    return only && !other && isKnown(only) ? only : undefined;
  }

  private word(): Word | undefined {
    const item = this.items[this.at];
    if (typeof item !== "object") return undefined;
    this.at += 1;
    return item;
  }

  private take(operator: TestOperator): boolean {
    const is = this.items[this.at] === operator;
    if (is) this.at += 1;
    return is;
  }

  private fail(): void {
    this.at = Number.POSITIVE_INFINITY;
  }
}

/** Of a word that stands there as it is. */
function textOf({ parts }: Word): string | undefined {
  const [only, other] = parts;
  return only?.kind === "text" && !only.quoted && !other ? only.text : undefined;
}
