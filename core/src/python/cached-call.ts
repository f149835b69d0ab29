import type { Context } from "./context.js";
import {
  dictKey,
  integer,
  type BoundArguments,
  type Definition,
  type MachineValue,
  type Self,
  unknown,
} from "./machine.js";
import { joinValues } from "./state.js";

/** Decorators whose functions give the very object again that they gave for the same arguments. */
export const caching: ReadonlySet<string> = new Set([
  "functools.cache",
  "functools.lru_cache",
  "functools.cached_property",
]);

/**
 * Calls a function with a cache: with arguments that it had before it does nothing, and gives what it gave.
 *
 * @param follow Runs it.
 */
export function callCached(
  definition: Definition,
  self: Self | undefined,
  bound: BoundArguments,
  context: Context,
  follow: () => MachineValue,
): MachineValue {
  const entry = entryOf(definition, self, bound, context);
  const before = entry === undefined ? undefined : context.state.name(entry);
  const values = before?.kind === "either" ? before.values : before ? [before] : [];
  const isSure = before !== undefined && values.every(({ kind }) => kind !== "absent");
  if (isSure) return before;
  const given = follow();
  const all = givenSoFar(definition, context);
  const isUnsure = all.some(({ kind }) => kind === "unknown");
  // Each of them may be what another call gave, with arguments that nobody knows
  if (entry === undefined) context.leak(given, ...all);
  else if (isUnsure || all.length >= mostGiven) context.leak(given);
  const more = entry === undefined && !isUnsure ? [unknown("its arguments are not known")] : [];
  if (all.length < mostGiven)
    context.setName(givenKey(definition), { kind: "tuple", items: [...all, given, ...more] });
  if (entry === undefined) return given;
  const perhaps = joinValues([given, ...values.filter(({ kind }) => kind !== "absent")]);
  context.setName(entry, perhaps);
  return perhaps;
}

/** `f.cache_clear()` */
export function clearCache(definition: Definition, context: Context): void {
  context.setName(generationKey(definition), integer(context.serialNumber()));
}

/** Of a function that gave more, what else it gives may be changed by anybody. */
const mostGiven = 64;

/** Where the state has what was given for these arguments; undefined: which they are is not known. */
function entryOf(
  definition: Definition,
  self: Self | undefined,
  { positional, keywords, openKeywords, openPositional }: BoundArguments,
  context: Context,
): string | undefined {
  const generation = context.state.name(generationKey(definition));
  const given = [...(generation ? [generation] : []), ...(self ? [self.value] : []), ...positional];
  const keys = [...given.map(keyOf), ...[...keywords].map(([name, value]) => named(name, keyOf(value)))];
  if (openKeywords || openPositional || keys.includes(undefined)) return undefined;
  return `cached:${placeOf(definition)}:${JSON.stringify(keys)}`;
}

/** What it gave; something unknown among it: also for arguments that are not known. */
function givenSoFar(definition: Definition, context: Context): readonly MachineValue[] {
  const all = context.state.name(givenKey(definition));
  const values = all?.kind === "either" ? all.values : all ? [all] : [];
  return values.flatMap((one) => (one.kind === "tuple" ? one.items : []));
}

function named(name: string, key: string | undefined): string | undefined {
  return key === undefined ? undefined : `${name}=${key}`;
}

function keyOf(value: MachineValue): string | undefined {
  if (value.kind === "reference") return `@${value.id}`;
  if (value.kind === "library") return `.${value.path}`;
  return dictKey(value);
}

function generationKey(definition: Definition): string {
  return `cached:${placeOf(definition)}`;
}

function givenKey(definition: Definition): string {
  return `cached: given ${placeOf(definition)}`;
}

function placeOf({ cell, place, frame }: Definition): string {
  return `${cell} ${place.from} ${frame.id}`;
}
