import { parametersByPlace } from "../catalog/parameter-lists.js";
import type { Signature } from "../catalog/sdk-catalog.js";

/** The arguments of a call, their values as the evaluator has them or frozen. */
interface Arguments<V> {
  readonly positional: readonly V[];
  readonly keywords: ReadonlyMap<string, V>;
  readonly openKeywords: boolean;
  readonly openPositional: boolean;
}

/** The arguments by parameter name; what may be among those expanded is unknown. */
export function argumentsByName<V>(
  signature: Pick<Signature, "parameters"> | undefined,
  { positional, keywords, openKeywords, openPositional }: Arguments<V>,
): Map<string, V | typeof mayBeExpanded> {
  const parameters = signature?.parameters ?? [];
  const values = new Map<string, V | typeof mayBeExpanded>();
  const placed = parametersByPlace(parameters);
  for (const [index, value] of positional.entries()) {
    const parameter = placed[index];
    if (parameter) values.set(parameter.name, value);
  }
  for (const [name, value] of keywords) values.set(name, value);
  for (const { name, keywordOnly } of parameters)
    if (!values.has(name) && (openKeywords || (openPositional && !keywordOnly)))
      values.set(name, mayBeExpanded);
  return values;
}

const mayBeExpanded = { kind: "unknown", why: "it may be among the arguments that are expanded" } as const;
