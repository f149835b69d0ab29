/**
 * What is known of one condition key in the context of a request. A key with one value has one item, a key with
 * many has them all; a key whose list is empty counts as absent.
 */
export type ContextValue =
  | { readonly state: "known"; readonly values: readonly string[] }
  | { readonly state: "absent" }
  /** `present`: it is there, with values that are not known. `some`: those of its values that are. */
  | {
      readonly state: "unknown";
      readonly why: string;
      readonly present?: true;
      readonly some?: readonly string[];
    }
  /** One of these, by branch of the notebook or because AWS does not say which. */
  | { readonly state: "one of"; readonly values: readonly ContextValue[]; readonly why: string };

/** A key whose values are these. */
export const known = (...values: readonly string[]): ContextValue => ({ state: "known", values });

/** The condition keys of a request. Names of keys are looked up in lower case. */
export interface Context {
  /** @param key In whatever case the policy has it: `aws:SourceIp`. */
  of(key: string): ContextValue;
}

/**
 * The context of a list of keys.
 * @param keys By name in any case.
 * @param others What holds for keys that are not listed.
 */
export function contextOf(
  keys: Iterable<readonly [string, ContextValue]>,
  others: ContextValue | ((key: string) => ContextValue) = { state: "absent" },
): Context {
  const values = new Map([...keys].map(([key, value]) => [key.toLowerCase(), value]));
  return {
    of: (key) => {
      const name = key.toLowerCase();
      return values.get(name) ?? (typeof others === "function" ? others(name) : others);
    },
  };
}

/** The cases that there may be, each of them known, absent or unknown for good. */
export function casesOf(value: ContextValue): readonly Exclude<ContextValue, { state: "one of" }>[] {
  if (value.state === "one of") return value.values.flatMap(casesOf);
  return [value.state === "known" && value.values.length === 0 ? { state: "absent" } : value];
}

/** Why the value of a key is not known; `undefined`: it is. */
export function whyUnknown(value: ContextValue): string | undefined {
  return value.state === "unknown" || value.state === "one of" ? value.why : undefined;
}
