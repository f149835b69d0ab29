import { sagemakerSdk } from "../../catalog/sagemaker.js";
import type { Value } from "../../python/value.js";
import type { Refusal } from "../../requests/request.js";
import type { Signature } from "../../catalog/sdk-catalog.js";
import type { Construction } from "./construction.js";
import type { Launch } from "./read-request.js";

/** What Python says of arguments that the constructor does not have, or that it needs and is not given. */
export function refusedArguments(construction: Construction | undefined): Refusal | undefined {
  const known = construction && sagemakerSdk.classOf(construction.type);
  if (!known || isMadeByMethod(construction)) return undefined;
  const { positional, keywords, openKeywords, openPositional } = construction.arguments;
  const callee = `${construction.type.split(".").at(-1) ?? ""}.__init__()`;
  const names = new Set(known.parameters.map(({ name }) => name));
  for (const [name, value] of keywords) {
    if (names.has(name) || known.takesAnyKeyword || known.renames.has(name) || isPerhapsAbsent(value))
      continue;
    return { error: "TypeError", message: `${callee} got an unexpected keyword argument '${name}'` };
  }
  if (openKeywords || openPositional) return undefined;
  return refusedMissing(callee, known, positional.length, keywords);
}

function refusedMissing(
  callee: string,
  { parameters }: Pick<Signature, "parameters">,
  byPosition: number,
  keywords: ReadonlyMap<string, Value>,
): Refusal | undefined {
  const missing = parameters
    .filter(({ keywordOnly }) => !keywordOnly)
    .filter(({ name, required }, index) => required && index >= byPosition && !keywords.has(name))
    .map(({ name }) => `'${name}'`);
  if (missing.length === 0) return undefined;
  const words = missing.length === 1 ? "argument" : "arguments";
  return {
    error: "TypeError",
    message: `${callee} missing ${missing.length} required positional ${words}: ${missing.join(", ")}`,
  };
}

/** What Python says of the arguments of a method: those that it does not have, or that it needs and is not given. */
export function refusedCall({ call, bound, signature }: Launch): Refusal | undefined {
  if (bound === undefined || signature === undefined) return undefined;
  const { positional, keywords, openKeywords, openPositional } = bound;
  const [method = "", type = ""] = call.callee.split(".").reverse();
  const callee = `${type}.${method}()`;
  const names = new Set(signature.parameters.map(({ name }) => name));
  for (const [name, value] of keywords) {
    if (names.has(name) || signature.takesAnyKeyword || isPerhapsAbsent(value)) continue;
    return { error: "TypeError", message: `${callee} got an unexpected keyword argument '${name}'` };
  }
  if (openKeywords || openPositional) return undefined;
  return refusedMissing(callee, signature, positional.length, keywords);
}

/** The SDK writes each request into its log as JSON, which has no sets. */
export function refusedSets(values: readonly (Value | undefined)[]): Refusal | undefined {
  return values.some((value) => value?.kind === "set")
    ? { error: "TypeError", message: "Object of type set is not JSON serializable" }
    : undefined;
}

/** `estimator.transformer(…)` takes other arguments than Transformer's constructor. */
function isMadeByMethod({ site, inner, type }: Construction): boolean {
  return inner === undefined && sagemakerSdk.canonicalPath(site.callee) !== type;
}

function isPerhapsAbsent(value: Value): boolean {
  return value.kind === "either" && value.values.some(({ kind }) => kind === "absent");
}
