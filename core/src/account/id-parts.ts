import type { Ask, Parts, Shape } from "./read.js";

type Part = string | readonly Part[] | { readonly [name: string]: Part };

/** The id of a question that a row answers by several parameters; the same parts in the same order have the same id. */
export function idOfParts(parts: Readonly<Record<string, Part>>): string {
  return JSON.stringify(parts);
}

/** The parameters that an id stands for; `undefined`: it has not the parts of the row. `reads.py` does the same. */
export function inputOf(
  ask: Extract<Ask, { by: "parameter" | "parameters" }>,
  id: string,
): Readonly<Record<string, unknown>> | undefined {
  if (ask.by === "parameters") return partsOf(id, ask.parameters);
  return { [ask.parameter]: ask.isList ? [id] : id };
}

function partsOf(id: string, shape: Parts): Readonly<Record<string, unknown>> | undefined {
  let parts: unknown;
  try {
    parts = JSON.parse(id);
  } catch {
    return undefined;
  }
  return fits(parts, shape) ? (parts as Readonly<Record<string, unknown>>) : undefined;
}

function fits(value: unknown, shape: Shape): boolean {
  if (shape === "text") return typeof value === "string" && value !== "";
  if (isListOf(shape)) {
    return Array.isArray(value) && value.every((item) => fits(item, shape[0]));
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const members = Object.entries(value as Readonly<Record<string, unknown>>);
  return (
    members.length === Object.keys(shape).length &&
    members.every(([name, member]) => {
      const own = Object.hasOwn(shape, name) ? shape[name] : undefined;
      return own !== undefined && fits(member, own);
    })
  );
}

const isListOf = (shape: readonly [Shape] | Parts): shape is readonly [Shape] => Array.isArray(shape);
