import {
  fits,
  mayFit,
  readPattern,
  walk,
  type Budget,
  type Given,
  type Part,
  type PatternOptions,
  type Patterns,
} from "./pattern.js";
import { either, whichever, type Truth } from "./truth.js";

const parts = 6;
const star: Part = { any: "many" };

/**
 * Whether an ARN is what a `Resource` element says: case counts; a `*` at the end of a segment goes on beyond its
 * colon, one within does not; the segments that are missing at the end are `*`.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function fitsResource(arn: Given, text: string, options: PatternOptions, budget: Budget): Truth {
  budget.left -= 1;
  if (text === "*") return "yes";
  if (!mayFit(arn, text, options)) return "no";
  const patterns = readPattern(text, options, budget);
  const whole = (complete: boolean): Patterns => ({
    ...patterns,
    options: patterns.options.map((pattern) => {
      if (pattern === "matches nothing") return pattern;
      const segments = split(pattern);
      const missing = complete ? colons(Math.max(parts - segments.length, 0)) : [];
      return [...segments.flatMap(toSegment), ...missing];
    }),
  });
  const isShort = text.split(":").length < parts;
  return either(
    (isShort ? [true, false] : [false]).map((complete) => fits(arn, whole(complete), options, budget)),
  );
}

/** With the colon before it, the first without. */
function toSegment(segment: readonly Part[], index: number): readonly Part[] {
  const isResource = index >= parts - 1;
  const within = segment.map((part, at): Part => {
    const isLast = at === segment.length - 1;
    return "any" in part && part.any === "many" && !isLast && !isResource ? { any: "many within" } : part;
  });
  return index === 0 ? within : [{ text: ":" }, ...within];
}

function colons(count: number): readonly Part[] {
  return Array.from({ length: count }, () => [{ text: ":" }, star]).flat();
}

/**
 * Whether a value is what an ARN operator says: each of the six components for itself. A value or a pattern with
 * fewer is none.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function likeArn(given: string, text: string, options: PatternOptions, budget: Budget): Truth {
  const patterns = readPattern(text, options, budget);
  const components = given.split(":");
  const found = [...components.slice(0, parts - 1), components.slice(parts - 1).join(":")].map((component) =>
    Array.from(component),
  );
  const fit = whichever(
    patterns.options.map((pattern): Truth => {
      if (pattern === "matches nothing") return "no";
      const segments = split(pattern);
      if (components.length < parts || segments.length < parts) return "no";
      const wanted = [...segments.slice(0, parts - 1), join(segments.slice(parts - 1))];
      let result: Truth = "yes";
      for (const [index, component] of found.entries()) {
        const fitting = walk(component, wanted[index] ?? [], budget, undefined);
        if (fitting === "no") return "no";
        if (fitting === "perhaps") result = "perhaps";
      }
      return result;
    }),
  );
  return patterns.unknown.length > 0 && fit === "yes" ? "perhaps" : fit;
}

/** At the colons; what stands for a variable that is not known has none. */
function split(pattern: readonly Part[]): readonly (readonly Part[])[] {
  const segments: Part[][] = [[]];
  for (const part of pattern) {
    if ("text" in part && part.text === ":") segments.push([]);
    else segments.at(-1)?.push(part);
  }
  return segments;
}

function join(segments: readonly (readonly Part[])[]): readonly Part[] {
  return segments.flatMap((segment, index) => (index === 0 ? segment : [{ text: ":" }, ...segment]));
}
