/** What is known of a statement about a request. */
export type Truth = "yes" | "no" | "perhaps";

export function both(truths: Iterable<Truth>): Truth {
  let result: Truth = "yes";
  for (const truth of truths) {
    if (truth === "no") return "no";
    if (truth === "perhaps") result = "perhaps";
  }
  return result;
}

export function either(truths: Iterable<Truth>): Truth {
  let result: Truth = "no";
  for (const truth of truths) {
    if (truth === "yes") return "yes";
    if (truth === "perhaps") result = "perhaps";
  }
  return result;
}

export function not(truth: Truth): Truth {
  return truth === "yes" ? "no" : truth === "no" ? "yes" : "perhaps";
}

/** What holds in whichever case, when it is not known which one it is. */
export function whichever(truths: readonly Truth[]): Truth {
  const [first] = truths;
  return first !== undefined && truths.every((truth) => truth === first) ? first : "perhaps";
}

export const truthOf = (holds: boolean): Truth => (holds ? "yes" : "no");
