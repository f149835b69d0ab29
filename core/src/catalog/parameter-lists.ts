import type { Parameter } from "./sdk-catalog.js";

/*
 * What is asked of the parameters of a signature at each of its calls, found once: a signature has up to eighty.
 */

/** The parameters that can be given by position. */
export function parametersByPlace(parameters: readonly Parameter[]): readonly Parameter[] {
  let placed = byPlace.get(parameters);
  if (!placed) byPlace.set(parameters, (placed = parameters.filter(({ keywordOnly }) => !keywordOnly)));
  return placed;
}

/** The names of those, in order. */
export function namesByPlace(parameters: readonly Parameter[] = none): readonly string[] {
  let placed = placedNames.get(parameters);
  if (!placed) placedNames.set(parameters, (placed = parametersByPlace(parameters).map(({ name }) => name)));
  return placed;
}

const none: readonly Parameter[] = [];

/** The names that an argument can be given by. */
export function namesOfParameters(parameters: readonly Parameter[]): ReadonlySet<string> {
  let known = names.get(parameters);
  if (!known) names.set(parameters, (known = new Set(parameters.map(({ name }) => name))));
  return known;
}

const placedNames = new WeakMap<readonly Parameter[], readonly string[]>();
const byPlace = new WeakMap<readonly Parameter[], readonly Parameter[]>();
const names = new WeakMap<readonly Parameter[], ReadonlySet<string>>();
