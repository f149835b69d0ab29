import { applyEffect } from "./apply-effect.js";
import { BudgetExceeded } from "./budget.js";
import { loseNames } from "./call.js";
import type { Context } from "./context.js";
import { unknown } from "./machine.js";
import { mostCharacters } from "./parse.js";
import type { CellScan } from "./scan.js";
import type { State } from "./state.js";
import { execute } from "./statement.js";

/** Evaluates a cell. Magics take effect between the statements that they stand between; those inside of one with it. */
export function runCell({ blanked, module }: CellScan, context: Context): void {
  if (blanked.python.length > mostCharacters) throw new BudgetExceeded();
  const inside = new Set([...module.escapes].flatMap((at) => blanked.escapes?.get(at) ?? []));
  const effects = blanked.effects.filter((effect) => !inside.has(effect));
  const applyUntil = (end: number) => {
    for (let next = effects[0]; next && next.range.from < end; next = effects[0]) {
      effects.shift();
      applyEffect(next, context);
    }
  };
  for (const statement of module.statements) {
    applyUntil(statement.from);
    if (!execute([statement], context)) return;
    applyUntil(statement.to);
  }
  applyUntil(Number.POSITIVE_INFINITY);
}

/** What a cell did that is more than a check can follow is not known. */
export function giveUp(context: Context, base: State): void {
  const why = "the cell does more than a check can follow";
  for (const key of [...context.state.names.keys()]) context.state.setName(key, unknown(why));
  for (const [id, object] of [...context.state.heap]) {
    if (base.object(id) === undefined && object.kind === "instance") continue;
    if (object.kind === "dict") context.state.setObject(id, { ...object, entries: new Map(), open: true });
    else if (object.kind !== "instance") context.state.setObject(id, { ...object, items: [], open: true });
  }
  loseNames(why, context);
}
