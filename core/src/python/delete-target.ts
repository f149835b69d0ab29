import type { Expression } from "./ast.js";
import { deleteAttribute } from "./assign.js";
import type { Context } from "./context.js";
import { evaluate } from "./expression.js";
import { dictKey, unknown, type MachineValue } from "./machine.js";
import { joinValues } from "./state.js";

/** `del target` */
export function deleteTarget(target: Expression, context: Context): void {
  switch (target.kind) {
    case "name":
      context.assign(target.id, unknown(`${target.id} was deleted`));
      return;
    case "sequence":
      for (const item of target.items) deleteTarget(item, context);
      return;
    case "subscript": {
      const container = evaluate(target.value, context);
      if (target.index.kind === "slice") context.escape([container]);
      else remove(container, evaluate(target.index, context), context);
      return;
    }
    case "attribute":
      deleteAttribute(evaluate(target.value, context), target.name, context);
      return;
    default:
  }
}

function remove(container: MachineValue, index: MachineValue, context: Context): void {
  const key = dictKey(index);
  const object = context.object(container);
  if (object?.kind === "dict" && key !== undefined) {
    context.update(container, (old) => {
      if (old.kind !== "dict") return old;
      const entries = new Map(old.entries);
      entries.delete(key);
      return { ...old, entries: old.open ? entries.set(key, { kind: "absent" }) : entries };
    });
  } else if (object?.kind === "dict") {
    // One of its keys has gone
    const gone: MachineValue = { kind: "absent" };
    context.update(container, (old) =>
      old.kind === "dict"
        ? {
            ...old,
            entries: new Map([...old.entries].map(([name, entry]) => [name, joinValues([entry, gone])])),
          }
        : old,
    );
  } else if (container.kind !== "library") context.escape([container]);
}
