import { callFunction } from "./function.js";
import type { Context } from "./context.js";
import { none, unknown, type BoundArguments, type MachineValue, type Site } from "./machine.js";

/*
 * What the notebook puts in the place of a library's own: `Estimator.fit = own_function`.
 */

/** Set once anything was replaced, so that who asks looks at one name. */
const anything = "replaced";
/** The modules and classes of which something was replaced that the library calls by itself, the last one first. */
const inner = "replaced inside";

/** `value` is what `path.name` is from here on. */
export function replaceMember(path: string, name: string, value: MachineValue, context: Context): void {
  context.setName(anything, none);
  context.hasReplaced = true;
  context.setName(keyOf(path, name, context), value);
  if (context.library.callsItself?.(path, name) !== true || replacedInside(context).includes(path)) return;
  const before = context.state.name(inner);
  const items: readonly MachineValue[] = [{ kind: "library", path }, ...(before ? [before] : [])];
  context.setName(inner, { kind: "tuple", items });
}

/** What is there instead; on a branch where nothing was replaced, the library's own. Undefined: nowhere. */
export function replacedMember(
  path: string,
  name: string,
  context: Context,
  ancestors: () => readonly string[] = () => [path],
): MachineValue | undefined {
  if (!(context.hasReplaced ??= context.state.name(anything) !== undefined)) return undefined;
  const owners = ancestors();
  const own: MachineValue = { kind: "library", path: `${path}.${name}` };
  const found = owners
    .map((owner) => context.state.name(keyOf(owner, name, context)))
    .find((value) => value !== undefined);
  if (found?.kind !== "either") return found && isOwn(found, name, owners, context) ? undefined : found;
  const values = found.values.map((one) =>
    one.kind === "absent" || isOwn(one, name, owners, context) ? own : one,
  );
  return { kind: "either", values };
}

/** Libraries of which it is looked whether the notebook has replaced something. */
export function mayBeReplaced(path: string): boolean {
  return path.startsWith("sagemaker") || path.startsWith("boto3");
}

/** The modules and classes of which the library does something else now than it does by itself. */
export function replacedInside(context: Context): readonly string[] {
  const paths = (value: MachineValue): readonly string[] =>
    value.kind === "library"
      ? [value.path]
      : value.kind === "tuple"
        ? value.items.flatMap(paths)
        : value.kind === "either"
          ? value.values.flatMap(paths)
          : [];
  const replaced = context.state.name(inner);
  return replaced ? paths(replaced) : [];
}

/** To be put back with `putBackInside`. */
export function replacedBefore(context: Context): MachineValue {
  return context.state.name(inner) ?? { kind: "absent" };
}

export function putBackInside(before: MachineValue, context: Context): void {
  context.setName(inner, before);
}

/** Calls what stands in a method's place: functions are bound as those of a class are. */
export function callReplaced(
  value: MachineValue,
  self: MachineValue,
  bound: BoundArguments,
  site: Site,
  context: Context,
): MachineValue {
  if (value.kind === "function")
    return callFunction(
      value.definition,
      undefined,
      { ...bound, positional: [self, ...bound.positional] },
      context,
    );
  context.escape([self, value, ...bound.positional, ...bound.keywords.values()]);
  return unknown(`${site.callee}() runs in the notebook`);
}

/** It was put back where it had been. */
function isOwn(value: MachineValue, name: string, owners: readonly string[], context: Context): boolean {
  if (value.kind !== "library" || !value.path.endsWith(`.${name}`)) return false;
  const owner = value.path.slice(0, -name.length - 1);
  return owners.some((one) => keyOf(one, name, context) === keyOf(owner, name, context));
}

function keyOf(path: string, name: string, context: Context): string {
  return `replaced:${context.library.subclassing?.ownPath(path) ?? path}.${name}`;
}
