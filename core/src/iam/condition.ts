import { casesOf, type Context, type ContextValue } from "./context.js";
import { operators, type Comparing, type Operator } from "./operators.js";
import type { Condition } from "./read-policy.js";
import { both, either, not, whichever, type Truth } from "./truth.js";

/** How one condition of a statement turned out. */
export interface JudgedCondition extends Condition {
  readonly given: ContextValue;
  readonly truth: Truth;
}

type Case = ReturnType<typeof casesOf>[number];

/** Whether a condition holds of a request's context; what AWS's documents leave open is "perhaps". */
export function judgeCondition(
  condition: Condition,
  context: Context,
  comparing: Comparing,
): JudgedCondition {
  const given = context.of(condition.key);
  const asked = readOperator(condition.operator);
  const truth =
    asked === undefined || condition.values === undefined
      ? "perhaps"
      : whichever(casesOf(given).map((one) => holds(asked, one, condition.values ?? [], comparing)));
  return { ...condition, given, truth };
}

interface Asked {
  readonly set: "all" | "any" | undefined;
  readonly operator: Operator | "null";
  readonly ifExists: boolean;
}

/** `undefined`: AWS has no such operator. */
export function readOperator(name: string): Asked | undefined {
  const [first = "", second, ...more] = name.toLowerCase().split(":");
  const set = second === undefined ? undefined : { forallvalues: "all", foranyvalue: "any" }[first];
  if (more.length > 0 || (second !== undefined && set === undefined)) return undefined;
  const base = second ?? first;
  if (base === "null") return { set: set as Asked["set"], operator: "null", ifExists: false };
  const ifExists = base.endsWith("ifexists");
  const operator = operators.get(ifExists ? base.slice(0, -"ifexists".length) : base);
  return operator === undefined ? undefined : { set: set as Asked["set"], operator, ifExists };
}

function holds(
  { set, operator, ifExists }: Asked,
  given: Case,
  wanted: readonly string[],
  comparing: Comparing,
): Truth {
  if (operator === "null") return isNull(given, wanted);
  if (given.state === "absent") {
    // Without a value there is none that fits, and without the key the test is not made: which of them is not documented
    if (set === "any") return ifExists ? "perhaps" : "no";
    if (ifExists || set === "all") return "yes";
    return operator.negated ? "yes" : "no";
  }
  const fitsOf = (value: string) => {
    const fit = either(comparisons(value, wanted, operator, comparing));
    return operator.negated ? not(fit) : fit;
  };
  const known = given.state === "known" ? given.values : (given.some ?? []);
  const fits = known.map(fitsOf);
  if (given.state === "unknown") {
    // Further values, and perhaps none at all
    if (given.present !== true) return "perhaps";
    if (set === "any" && fits.includes("yes")) return "yes";
    return set === "all" && fits.includes("no") ? "no" : "perhaps";
  }
  switch (set) {
    case "any":
      // An empty string counts as no value at all
      return isNothing(known) ? whichever(["no", either(fits)]) : either(fits);
    case "all":
      return isNothing(known) ? whichever(["yes", both(fits)]) : both(fits);
    default:
      // A key with several values needs a set operator; what AWS does without is not documented
      return whichever(fits);
  }
}

/** One after another: the first that fits is enough. */
function* comparisons(
  value: string,
  wanted: readonly string[],
  { compare }: Operator,
  comparing: Comparing,
): Iterable<Truth> {
  for (const one of wanted) yield compare(value, one, comparing);
}

const isNothing = (values: readonly string[]): boolean => values.every((value) => value === "");

function isNull(given: Case, wanted: readonly string[]): Truth {
  const isAbsent: Truth =
    given.state === "absent" ? "yes" : given.state === "known" || given.present === true ? "no" : "perhaps";
  return either(
    wanted.map((value) => {
      const says = value.toLowerCase();
      return says === "true" ? isAbsent : says === "false" ? not(isAbsent) : "perhaps";
    }),
  );
}
