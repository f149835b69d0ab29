import type { Span } from "./span.js";

/** A condition key of SageMaker's in a policy that the notebook writes. */
export interface WrittenConditionKey {
  /** Without `sagemaker:`. */
  readonly name: string;
  /** Of the name alone. */
  readonly span: Span;
}

/** The same in the text of its cell. */
export interface ConditionKeyInText {
  readonly name: string;
  readonly at: number;
}

/** @param found By cell. */
export function conditionKeysAt(
  found: readonly (readonly ConditionKeyInText[])[],
): readonly WrittenConditionKey[] {
  return found.flatMap((keys, cell) =>
    keys.map(({ name, at }) => ({ name, span: { cell, from: at, to: at + name.length } })),
  );
}

const none: readonly ConditionKeyInText[] = [];

/**
 * The condition keys of the policies that a cell writes, in a dict, in JSON text or into a file: what stands under the
 * name of an operator is the key of a condition, in each of them. Looked for by text, since no job depends on the cell
 * that it is in.
 */
export function conditionKeysIn(text: string): readonly ConditionKeyInText[] {
  if (!text.includes("sagemaker:")) return none;
  const found: ConditionKeyInText[] = [];
  for (const match of text.matchAll(/(\\?["'])sagemaker:([A-Za-z]{1,60})\1[ \t]{0,40}:/g)) {
    const [, quote = "", name = ""] = match;
    if (found.length >= mostKeys) break;
    if (!isCommented(text, match.index) && isOperator(nameAbove(text, match.index)))
      found.push({ name, at: match.index + quote.length + "sagemaker:".length });
  }
  return found;
}

const mostKeys = 200;
/** How far before a key its operator is looked for, in characters. */
const farthest = 4000;

function isCommented(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf("\n", at) + 1, at);
  return line.trimStart().startsWith("#");
}

/** The name of the member whose braces hold the place. */
function nameAbove(text: string, at: number): string {
  let depth = 0;
  for (let index = at - 1; index >= Math.max(0, at - farthest); index -= 1) {
    const letter = text[index];
    if (letter === "}") depth += 1;
    if (letter !== "{") continue;
    if (depth === 0) {
      const before = text.slice(Math.max(0, index - 80), index);
      return /["']([A-Za-z:]+)\\?["']\s*:\s*$/.exec(before)?.[1] ?? "";
    }
    depth -= 1;
  }
  return "";
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
function isOperator(name: string): boolean {
  return /^(?:For(?:All|Any)Values?:)?(?:(?:String|Arn|Numeric|Date|Bool|Binary|IpAddress|NotIpAddress)[A-Za-z]*|Null)$/.test(
    name,
  );
}
