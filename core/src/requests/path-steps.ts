import type { FieldPath } from "./request.js";

/** `VpcConfig.Subnets`: its two names; of `Groups[0].Name` three steps, the second is `[0]`. */
export function stepsOf(path: FieldPath): readonly string[] {
  return path.split(/\.|(?=\[)/);
}

/** The index that a step is, of `[0]`; undefined: a name. */
export function indexOf(step: string): number | undefined {
  const [, digits] = /^\[(\d+)\]$/.exec(step) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** The path as the service model has it, which knows no item by its number: `Groups[].Name`. */
export function pathOfEach(path: FieldPath): FieldPath {
  return path.replace(/\[\d+\]/g, "[]");
}
