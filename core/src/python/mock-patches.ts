import type { ClassNode } from "./ast.js";
import type { Context } from "./context.js";
import { evaluate } from "./expression.js";
import { noArguments, none, unknown, type BoundArguments, type MachineValue, type Site } from "./machine.js";
import { mayBeReplaced, putBackInside, replacedBefore, replaceMember } from "./replaced-members.js";

/*
 * What `unittest.mock` puts in the place of a library's own for a while: as a context, as a decorator, from `start()` to
 * `stop()`.
 */

/** What `patch(…)` and `patch.object(…)` of `unittest.mock` give. */
export const patchType = "unittest.mock._patch";

/** Undefined: the path is none of them, or what is to be patched is not a library's whose members are followed. */
export function patchMade(
  path: string,
  bound: BoundArguments,
  site: Site,
  context: Context,
): MachineValue | undefined {
  const made = making.exec(path);
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

const making = /^(?:unittest\.)?mock\.patch(\.object)?$/;

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
  const patch = patchOf(opened, context);
  if (!patch) return undefined;
  const before = replacedBefore(context);
  replaceMember(patch.owner, patch.name, patch.value, context);
  const result = run(patch.value);
  putBack(patch, context);
  putBackInside(before, context);
  return result;
}

/** `patcher.start()`, `patcher.stop()`; undefined: another method. */
export function callPatch(self: MachineValue, name: string, context: Context): MachineValue | undefined {
  const patch = patchOf(self, context);
  if (!patch) return undefined;
  if (name === "start" || name === "__enter__") {
    const started = context.state.name(startedPatches);
    const items = started?.kind === "tuple" ? started.items : [];
    context.setName(startedPatches, { kind: "tuple", items: [...items, self] });
    replaceMember(patch.owner, patch.name, patch.value, context);
    return patch.value;
  }
  if (name !== "stop" && name !== "__exit__") return undefined;
  putBack(patch, context);
  return none;
}

/** `patch.stopall()`; undefined: the path is another function's. */
export function stopAllPatches(path: string, context: Context): MachineValue | undefined {
  if (!/^(?:unittest\.)?mock\.patch\.stopall$/.test(path)) return undefined;
  const started = context.state.name(startedPatches);
  const all = started?.kind === "either" ? started.values : [started];
  for (const some of all)
    for (const one of some?.kind === "tuple" ? some.items : []) callPatch(one, "stop", context);
  context.setName(startedPatches, { kind: "tuple", items: [] });
  return none;
}

/** Patches that were started and that nothing ends but `stop()`. */
const startedPatches = "started patches";

/**
 * `@patch(…)` above a class, the order in which that is done; undefined: it is decorated with something else, or with
 * nothing.
 */
export function patchesOfClass(
  { decorators }: ClassNode,
  context: Context,
): readonly MachineValue[] | undefined {
  const isPatching = decorators.every((decorator) => {
    const callee = decorator.kind === "call" ? evaluate(decorator.callee, context) : none;
    return callee.kind === "library" && making.test(callee.path);
  });
  if (decorators.length === 0 || !isPatching) return undefined;
  return decorators.map((decorator) => evaluate(decorator, context)).reverse();
}

/** Of a class that is decorated the tests alone run while that is patched. */
export function withPatchedTests(
  members: ReadonlyMap<string, MachineValue>,
  patches: readonly MachineValue[],
): Map<string, MachineValue> {
  return new Map(
    [...members].map(([name, value]) => {
      if (value.kind !== "function" || !name.startsWith("test")) return [name, value];
      const patched = [...(value.definition.patched ?? []), ...patches];
      return [name, { ...value, definition: { ...value.definition, patched } }];
    }),
  );
}

interface Patch {
  readonly owner: string;
  readonly name: string;
  readonly value: MachineValue;
}

function patchOf(value: MachineValue, context: Context): Patch | undefined {
  const object = context.object(value);
  if (object?.kind !== "instance" || object.type !== patchType) return undefined;
  const [owner, attribute, given = none] = object.members.values();
  const name = textOf(attribute);
  return owner?.kind === "library" && name !== undefined
    ? { owner: owner.path, name, value: given }
    : undefined;
}

function putBack({ owner, name }: Patch, context: Context): void {
  replaceMember(owner, name, { kind: "library", path: `${owner}.${name}` }, context);
}

function textOf(value: MachineValue | undefined): string | undefined {
  return value?.kind === "constant" && typeof value.data === "string" ? value.data : undefined;
}
