import type { Expression } from "./ast.js";
import type { Context } from "./context.js";
import { evaluateToRead } from "./evaluate-to-read.js";
import { evaluate } from "./expression.js";
import { contentsOf, holding, type Held } from "./held.js";
import { dictKey, type MachineValue } from "./machine.js";
import { joinValues } from "./state.js";
import type { WrittenSpan } from "./text-version.js";

/** The value of a dict literal. */
export function dictionary(
  expression: Extract<Expression, { kind: "dict" }>,
  context: Context,
): MachineValue {
  const entries = new Map<string, MachineValue>();
  let open = false;
  let unordered = false;
  const keys = new Map<string, WrittenSpan>();
  const held: Held[] = [];
  for (const { key, value } of expression.entries) {
    if (!key) {
      const from = evaluateToRead(value, context);
      const merged = context.object(from);
      if (merged?.kind !== "dict") context.leak(from);
      if (merged?.kind === "dict" && merged.unordered === true) unordered = true;
      if (merged?.kind === "dict" && merged.held) held.push(merged.held);
      if (merged?.kind !== "dict" || merged.open) {
        open = true;
        held.push(contentsOf({ kind: "dict", entries, open }));
        forgetOverwritten(entries, merged?.kind === "dict" ? merged.entries : new Map());
      }
      if (merged?.kind === "dict") {
        unordered = mergeEntries(entries, merged.entries) || unordered;
        for (const [name, span] of merged.keys ?? []) keys.set(name, span);
      }
      continue;
    }
    const name = dictKey(evaluate(key, context));
    const content = evaluate(value, context);
    if (name === undefined) {
      open = true;
      context.leak({ kind: "tuple", items: [content, ...entries.values()] });
      entries.clear();
    } else {
      unordered ||= mayBeAbsent(entries.get(name));
      entries.set(name, content);
      keys.set(name, context.span(key));
    }
  }
  const span = context.span(expression);
  const dict = { kind: "dict", entries, open, keys, ...(unordered ? { unordered } : {}), span } as const;
  return context.allocate(holding(dict, ...held));
}

/** Before more than these entries is merged: any may be overwritten, unless it is known that its key is perhaps not among them. */
export function forgetOverwritten(
  entries: Map<string, MachineValue>,
  others: ReadonlyMap<string, MachineValue>,
): void {
  for (const name of entries.keys()) if (!mayBeAbsent(others.get(name))) entries.delete(name);
}

/**
 * `entries.update(other)`: what may be absent in `other` leaves the old value on that branch.
 *
 * @returns Whether the order of the entries is not known now.
 */
export function mergeEntries(
  entries: Map<string, MachineValue>,
  other: ReadonlyMap<string, MachineValue>,
): boolean {
  let unordered = false;
  for (const [key, value] of other) {
    const old = entries.get(key);
    unordered ||= mayBeAbsent(old);
    if (value.kind === "absent") continue;
    const absent = value.kind === "either" && value.values.some(({ kind }) => kind === "absent");
    if (!absent || !old) entries.set(key, value);
    else entries.set(key, joinValues([...value.values.filter(({ kind }) => kind !== "absent"), old]));
  }
  return unordered;
}

/** An entry of a dict that is there on one branch only: who sets it then, perhaps adds it at the end. */
export function mayBeAbsent(entry: MachineValue | undefined): boolean {
  return (
    entry?.kind === "absent" ||
    (entry?.kind === "either" && entry.values.some(({ kind }) => kind === "absent"))
  );
}
