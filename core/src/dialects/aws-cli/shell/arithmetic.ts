import type { Variables } from "./expand-word.js";

const assigning =
  /(?:(\+\+|--)\s*)?\b([A-Za-z_]\w*)\b\s*(?:\[[^[\]]*\]\s*)?(\+\+|--|(?:[-+*/%&|^]|<<|>>)?=(?!=))?/g;

/** The variables that an arithmetic text sets: `i++`, `n = 2`, `x += y`. */
export function assignedByArithmetic(text: string): readonly string[] {
  return Array.from(text.matchAll(assigning), ([, before, name = "", after]) =>
    before !== undefined || after !== undefined ? [name] : [],
  ).flat();
}

/**
 * What `$((text))` is, where all that is in it is known: whole numbers, `+ - * / %` and parentheses.
 *
 * @see https://www.gnu.org/software/bash/manual/html_node/Shell-Arithmetic.html
 */
export function arithmeticValue(text: string, variables: Variables): string | undefined {
  const tokens = text.match(/\$?\{?[A-Za-z_]\w*\}?|\d+|\S/g) ?? [];
  if (tokens.length > mostTokens) return undefined;
  const reader = { tokens, at: 0 };
  const value = sum(reader, variables);
  const isWhole = value !== undefined && reader.at === tokens.length && Number.isSafeInteger(value);
  return isWhole ? String(value) : undefined;
}

/** `((left < right))`; undefined: not known. */
export function comparedValues(text: string, variables: Variables): boolean | undefined {
  const [, left = "", operator = "", right = ""] =
    /^([^<>=!&|?]+)(==|!=|<=|>=|<|>)([^<>=!&|?]+)$/.exec(text) ?? [];
  const isPlain = assignedByArithmetic(left).length + assignedByArithmetic(right).length === 0;
  const [first, second] = isPlain ? [left, right].map((one) => arithmeticValue(one, variables)) : [];
  if (first === undefined || second === undefined) return undefined;
  const difference = Number(first) - Number(second);
  switch (operator) {
    case "==":
      return difference === 0;
    case "!=":
      return difference !== 0;
    case "<":
      return difference < 0;
    case "<=":
      return difference <= 0;
    case ">":
      return difference > 0;
    default:
      return difference >= 0;
  }
}

const mostTokens = 60;

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

function sum(reader: Reader, variables: Variables): number | undefined {
  let value = product(reader, variables);
  for (let sign = reader.tokens[reader.at]; sign === "+" || sign === "-"; sign = reader.tokens[reader.at]) {
    reader.at += 1;
    const next = product(reader, variables);
    if (value === undefined || next === undefined) return undefined;
    value = sign === "+" ? value + next : value - next;
  }
  return value;
}

function product(reader: Reader, variables: Variables): number | undefined {
  let value = factor(reader, variables);
  for (let sign = reader.tokens[reader.at]; sign !== undefined && "*/%".includes(sign);) {
    reader.at += 1;
    const next = factor(reader, variables);
    if (value === undefined || next === undefined || (sign !== "*" && next === 0)) return undefined;
    value = sign === "*" ? value * next : sign === "/" ? Math.trunc(value / next) : value % next;
    sign = reader.tokens[reader.at];
  }
  return value;
}

function factor(reader: Reader, variables: Variables): number | undefined {
  const token = reader.tokens[reader.at++];
  if (token === "-") {
    const value = factor(reader, variables);
    return value === undefined ? undefined : 0 - value;
  }
  if (token === "(") {
    const value = sum(reader, variables);
    return reader.tokens[reader.at++] === ")" ? value : undefined;
  }
  const [name] = /[A-Za-z_]\w*/.exec(token ?? "") ?? [];
  if (name === undefined) return decimal(token);
  const [only, other] = variables.get(name) ?? [];
  if (only === undefined || other !== undefined) return undefined;
  return only.text === "" ? 0 : decimal(only.text);
}

/** A zero in front makes it octal. */
function decimal(text: string | undefined): number | undefined {
  return text !== undefined && /^-?(?:0|[1-9]\d{0,14})$/.test(text) ? Number(text) : undefined;
}
