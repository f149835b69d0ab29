import type { Context } from "./context.js";
import type { DataClass } from "./data-classes.js";
import { mayBeAbsent } from "./dict-entries.js";
import { unknown, type ClassDefinition, type MachineValue } from "./machine.js";
import { joinValues } from "./state.js";

/** What classes and instances have under a name, by the order in which Python looks at the bases. */
export type Member =
  | { readonly kind: "found"; readonly value: MachineValue; readonly owner: ClassDefinition }
  /** It is for the class of a library, or something unknown, to say. */
  | { readonly kind: "library"; readonly path: string }
  | { readonly kind: "unknown" };

type Ancestor = ClassDefinition | { readonly path: string } | "unknown";

/** @param after Looks only behind this class, as `super()` does. */
export function findMember(
  definition: ClassDefinition,
  name: string,
  context: Context,
  after?: ClassDefinition,
): Member | undefined {
  let order = ancestors(definition);
  if (after) order = order.slice(order.indexOf(after) + 1);
  let perhaps = false;
  const sometimes: MachineValue[] = [];
  for (const ancestor of order) {
    if (ancestor === "unknown") return { kind: "unknown" };
    if ("path" in ancestor) return { kind: "library", path: ancestor.path };
    const attributes = context.state.object(ancestor.id);
    if (attributes?.kind !== "instance") return { kind: "unknown" };
    const value = attributes.members.get(name);
    if (value) {
      if (mayBeAbsent(value)) {
        // On one branch it is not there, and the next class has it
        if (value.kind === "either") sometimes.push(...value.values.filter(({ kind }) => kind !== "absent"));
        if (sometimes.some(({ kind }) => kind === "function")) return { kind: "unknown" };
        perhaps ||= attributes.open;
        continue;
      }
      if (value.kind === "function" && sometimes.length > 0) return { kind: "unknown" };
      // Nobody puts other functions into a class
      const certain = !perhaps || value.kind === "function";
      const one = certain
        ? value
        : joinValues([value, unknown(`.${name} may have been set in a class before`)]);
      return { kind: "found", value: joinValues([...sometimes, one]), owner: ancestor };
    }
    perhaps ||= attributes.open;
  }
  return perhaps ? { kind: "unknown" } : undefined;
}

/** The fields that the constructor is made of, where no class writes one before. @param after As in `findMember`. */
export function constructorMadeOf(
  definition: ClassDefinition,
  context: Context,
  after?: ClassDefinition,
): DataClass | undefined {
  const order = ancestors(definition);
  for (const ancestor of after ? order.slice(order.indexOf(after) + 1) : order) {
    if (ancestor === "unknown" || "path" in ancestor) return undefined;
    const attributes = context.state.object(ancestor.id);
    if (attributes?.kind !== "instance" || attributes.open || attributes.members.has("__init__"))
      return undefined;
    if (ancestor.data) return ancestor.data;
  }
  return undefined;
}

/** Its bases are those that it was defined with. */
const orders = new WeakMap<ClassDefinition, readonly Ancestor[]>();

/** Python's method resolution order; what cannot be told ends it as "unknown". */
function ancestors(definition: ClassDefinition): readonly Ancestor[] {
  let order = orders.get(definition);
  if (!order) orders.set(definition, (order = orderOf(definition)));
  return order;
}

function orderOf(definition: ClassDefinition): readonly Ancestor[] {
  if (definition.bases.length === 0) return [definition];
  const bases = definition.bases.map((base): Ancestor => {
    if (base.kind === "class") return base.definition;
    return base.kind === "library" ? { path: base.path } : "unknown";
  });
  const real = bases.filter((base) => base === "unknown" || !("path" in base) || !emptyBases.has(base.path));
  const lists = real.map((base) => (base === "unknown" || "path" in base ? [base] : [...ancestors(base)]));
  const rest = [...lists, [...real]];
  const order: Ancestor[] = [definition];
  for (;;) {
    const left = rest.filter((list) => list.length > 0);
    if (left.length === 0) return order;
    const next = left
      .map(([head]) => head)
      .find(
        (head) =>
          head !== undefined && left.every((list) => list.findIndex((one) => sameAncestor(one, head)) <= 0),
      );
    if (next === undefined) return [...order, "unknown"];
    order.push(next);
    if (next === "unknown") return order;
    for (const list of rest) if (list[0] !== undefined && sameAncestor(list[0], next)) list.shift();
  }
}

/** They give a class nothing that is looked for. */
const emptyBases: ReadonlySet<string> = new Set(["builtins.object", "abc.ABC"]);

function sameAncestor(left: Ancestor, right: Ancestor): boolean {
  if (left === right) return true;
  return (
    typeof left === "object" &&
    typeof right === "object" &&
    "path" in left &&
    "path" in right &&
    left.path === right.path
  );
}
