import { casesOf, type Context } from "./context.js";
import { truthOf, whichever, type Truth } from "./truth.js";

/** One place of a pattern: a character of its own, or a wildcard. `within`: not across the colons of an ARN. */
export type Part = { readonly text: string } | { readonly any: "one" | "many" | "many within" };

/** How the text of a policy is read. */
export interface PatternOptions {
  /** `*` and `?` stand for other characters. */
  readonly wildcards: boolean;
  readonly ignoreCase?: boolean;
  /** Set where `${…}` is a variable: not in policies before 2012-10-17, not in every operator. */
  readonly variables?: Context;
}

/**
 * The patterns that a text of a policy may stand for: several when a variable may have one of several values. What
 * has a variable without a value and without a default is no pattern at all: nothing equals it.
 */
export interface Patterns {
  readonly options: readonly (readonly Part[] | "matches nothing")[];
  /** A variable's value is not known: the options have `*` for it and hold perhaps. */
  readonly unknown: readonly string[];
}

/** So many patterns of one text at most; variables that make more of them count as not known. */
const mostOptions = 8;

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
export function readPattern(text: string, options: PatternOptions, budget: Budget): Patterns {
  budget.left -= text.length;
  if (budget.left < 0) return { options: [[{ any: "many" }]], unknown: ["the policies are too long"] };
  const unknown: string[] = [];
  let found: (Part[] | "matches nothing")[] = [[]];
  const add = (parts: readonly Part[]) => {
    for (const pattern of found)
      if (pattern !== "matches nothing") for (const part of parts) pattern.push(part);
  };
  const characters = Array.from(text);
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? "";
    const end =
      options.variables && character === "$" && characters[at + 1] === "{" ? characters.indexOf("}", at) : -1;
    if (end > 0 && options.variables) {
      const values = valuesOf(characters.slice(at + 2, end).join(""), options.variables);
      at = end;
      if (values.why !== undefined) unknown.push(values.why);
      const [only] = values.texts;
      if (values.texts.length * found.length > mostOptions) {
        unknown.push("a variable with many values");
        add([{ any: "many" }]);
      } else if (values.texts.length === 1) {
        if (only === undefined) found = ["matches nothing"];
        else add(only === anything ? [{ any: "many" }] : literal(only, options));
      } else {
        found = found.flatMap((pattern) =>
          values.texts.map((value) => {
            if (pattern === "matches nothing" || value === undefined) return "matches nothing";
            return [
              ...pattern,
              ...(value === anything ? [{ any: "many" } as const] : literal(value, options)),
            ];
          }),
        );
      }
    } else if (options.wildcards && (character === "*" || character === "?")) {
      add([{ any: character === "*" ? "many" : "one" }]);
    } else add(literal(character, options));
  }
  return { options: found, unknown };
}

const anything = Symbol("a value that is not known");

/** `texts`: what may stand for a variable; `undefined` among them: it has no value. */
function valuesOf(
  inside: string,
  context: Context,
): { readonly texts: readonly (string | typeof anything | undefined)[]; readonly why?: string } {
  if (inside === "*" || inside === "?" || inside === "$") return { texts: [inside] };
  const comma = inside.indexOf(",");
  const name = (comma < 0 ? inside : inside.slice(0, comma)).trim();
  const quoted = comma < 0 ? "" : inside.slice(comma + 1).trim();
  const isQuoted = quoted.length >= 2 && quoted.startsWith("'") && quoted.endsWith("'");
  if (comma >= 0 && !isQuoted) return { texts: [anything], why: `the default in \${${inside}}` };
  const instead = isQuoted ? quoted.slice(1, -1) : undefined;
  const whys: string[] = [];
  const texts = casesOf(context.of(name)).map((value) => {
    if (value.state === "absent") return instead;
    if (value.state === "known" && value.values.length === 1) return value.values[0];
    whys.push(value.state === "unknown" ? value.why : `${name} has several values`);
    return anything;
  });
  return { texts, ...(whys[0] === undefined ? {} : { why: whys[0] }) };
}

function literal(text: string, { ignoreCase }: PatternOptions): readonly Part[] {
  return Array.from(ignoreCase === true ? text.toLowerCase() : text, (character) => ({ text: character }));
}

/**
 * A text of the request. `open`: more follows, which is not known; `true`: but that no `:` and no `/` is in it, as in a
 * job's name; "anywhere": whatever it is, as in a key of S3.
 */
export interface Given {
  readonly text: string;
  readonly open?: true | "anywhere";
}

/** Steps that are left; what is not finished then is "perhaps". Hostile policies end here. */
export interface Budget {
  left: number;
}

/** Whether the whole text fits what the policy says. */
export function fitsText(given: Given, wanted: string, options: PatternOptions, budget: Budget): Truth {
  budget.left -= 1;
  if (budget.left < 0) return "perhaps";
  if (!mayFit(given, wanted, options)) return "no";
  const isPlain = given.open === undefined && !/[*?$]/.test(wanted);
  if (isPlain) return truthOf(given.text.length === wanted.length);
  return fits(given, readPattern(wanted, options, budget), options, budget);
}

/** Cheaply told: false when it begins otherwise, before any wildcard and variable. */
export function mayFit({ text, open }: Given, wanted: string, { ignoreCase }: PatternOptions): boolean {
  const special = wanted.search(/[*?$]/);
  const prefix = special < 0 ? wanted : wanted.slice(0, special);
  const length = open === undefined ? prefix.length : Math.min(prefix.length, text.length);
  const [begins, begin] = [text.slice(0, length), prefix.slice(0, length)];
  return ignoreCase === true ? begins.toLowerCase() === begin.toLowerCase() : begins === begin;
}

/** Whether the whole text fits the pattern. */
export function fits(
  { text, open }: Given,
  patterns: Patterns,
  options: PatternOptions,
  budget: Budget,
): Truth {
  const characters = Array.from(options.ignoreCase === true ? text.toLowerCase() : text);
  const fit = whichever(
    patterns.options.map((pattern) => {
      if (pattern === "matches nothing") return "no";
      return walk(characters, pattern, budget, open);
    }),
  );
  // With `*` for what is not known: what does not even fit that does not fit
  return fit === "yes" && patterns.unknown.length > 0 ? "perhaps" : fit;
}

/**
 * All places of the pattern that the text so far leads to, at once: steps are at most text × pattern, and there is
 * nothing to go back to.
 */
export function walk(
  text: readonly string[],
  pattern: readonly Part[],
  budget: Budget,
  open: Given["open"],
): Truth {
  let places = new Set<number>();
  budget.left -= pattern.length;
  enter(0, pattern, places);
  for (const character of text) {
    budget.left -= places.size + 1;
    if (budget.left < 0) return "perhaps";
    const next = new Set<number>();
    for (const place of places) {
      const part = pattern[place];
      if (part === undefined) continue;
      if ("text" in part ? part.text === character : part.any === "one") enter(place + 1, pattern, next);
      else if (
        !("text" in part) &&
        (part.any === "many" || (part.any === "many within" && character !== ":"))
      )
        enter(place, pattern, next);
    }
    if (next.size === 0) return "no";
    places = next;
  }
  if (open === undefined) return truthOf(places.has(pattern.length));
  const last = pattern.at(-1);
  const takesAll = last !== undefined && "any" in last && last.any === "many";
  if (takesAll && places.has(pattern.length - 1)) return "yes";
  if (open === "anywhere") return places.size > 0 ? "perhaps" : "no";
  const separator = pattern
    .map((part) => "text" in part && (part.text === ":" || part.text === "/"))
    .lastIndexOf(true);
  return [...places].some((place) => place > separator) ? "perhaps" : "no";
}

/** A `*` may stand for nothing: what follows it is a place too. */
function enter(start: number, pattern: readonly Part[], places: Set<number>): void {
  for (let place = start; !places.has(place); place += 1) {
    places.add(place);
    const part = pattern[place];
    if (part === undefined || "text" in part || part.any === "one") return;
  }
}
