import { callFunction } from "./function.js";
import type { Context } from "./context.js";
import { noArguments, none, unknown, type BoundArguments, type MachineValue, type Site } from "./machine.js";

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

/** What `patch(…)` and `patch.object(…)` of `unittest.mock` give. */
const patchType = "unittest.mock._patch";

/** Undefined: the path is none of them, or what is to be patched is not a library's whose members are followed. */
export function patchMade(
  path: string,
  bound: BoundArguments,
  site: Site,
  context: Context,
): MachineValue | undefined {
  const made = /^(?:unittest\.)?mock\.patch(\.object)?$/.exec(path);
  if (!made || bound.openPositional) return undefined;
  const [first, ...others] = bound.positional;
  const isOfObject = made[1] !== undefined;
  const text = textOf(isOfObject ? others.shift() : first);
  const dot = isOfObject ? -1 : text?.lastIndexOf(".");
  const owner = isOfObject ? (first?.kind === "library" ? first.path : "") : text?.slice(0, dot);
  if (text === undefined || dot === undefined || !owner || !mayBeReplaced(owner)) return undefined;
  const given = others[0] ?? bound.keywords.get("new");
  const members = new Map<string, MachineValue>([
    ["owner", { kind: "library", path: owner }],
    ["attribute", { kind: "constant", type: "str", data: text.slice(dot + 1) }],
    ["new", given ?? mockOf(bound, site, context)],
  ]);
  if (!given) members.set("hands out", none);
  return context.allocate({ kind: "instance", type: patchType, members, open: false });
}

/** Libraries of which it is looked whether the notebook has replaced something. */
export function mayBeReplaced(path: string): boolean {
  return path.startsWith("sagemaker") || path.startsWith("boto3");
}

/** One that is told to do something may do anything. */
function mockOf({ keywords, openKeywords }: BoundArguments, site: Site, context: Context): MachineValue {
  const isPlain =
    !openKeywords && [...keywords.keys()].every((one) => /^(?:return_value|autospec)$/.test(one));
  const mock = isPlain
    ? context.library.call("unittest.mock.MagicMock", noArguments, site, context)
    : undefined;
  return mock ?? unknown("it is a mock");
}

/** What `@patch(…)` makes of a function: it runs while something is patched. */
export function isPatch(value: MachineValue, context: Context): boolean {
  const object = context.object(value);
  return object?.kind === "instance" && object.type === patchType;
}

/** Runs a function while all of this is patched; it is handed the mocks, behind its own arguments. */
export function underPatches<T>(
  [patch, ...others]: readonly MachineValue[],
  bound: BoundArguments,
  run: (given: BoundArguments) => T,
  context: Context,
): T {
  if (!patch) return run(bound);
  const object = context.object(patch);
  const handsOut = object?.kind === "instance" && object.members.has("hands out") && !bound.openPositional;
  const inner = (mock?: MachineValue): T =>
    underPatches(
      others,
      handsOut && mock ? { ...bound, positional: [...bound.positional, mock] } : bound,
      run,
      context,
    );
  return whilePatched(patch, inner, context) ?? inner();
}

/** Does what is done while something is patched. Undefined: this patches nothing. */
export function whilePatched<T>(
  opened: MachineValue,
  run: (given: MachineValue) => T,
  context: Context,
): T | undefined {
  const object = context.object(opened);
  if (object?.kind !== "instance" || object.type !== patchType) return undefined;
  const [owner, attribute, value = none] = object.members.values();
  const name = textOf(attribute);
  if (owner?.kind !== "library" || name === undefined) return undefined;
  const before = context.state.name(inner) ?? { kind: "absent" };
  replaceMember(owner.path, name, value, context);
  const result = run(value);
  replaceMember(owner.path, name, { kind: "library", path: `${owner.path}.${name}` }, context);
  context.setName(inner, before);
  return result;
}

function textOf(value: MachineValue | undefined): string | undefined {
  return value?.kind === "constant" && typeof value.data === "string" ? value.data : undefined;
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
