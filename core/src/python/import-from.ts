import type { Statement } from "./ast.js";
import { attribute } from "./attribute.js";
import { loseNames } from "./call.js";
import type { Context } from "./context.js";
import { otherNames } from "./expression.js";
import { localModule, moduleNames } from "./local-modules.js";
import { unknown, type MachineValue } from "./machine.js";

type ImportFrom = Extract<Statement, { kind: "import from" }>;
type Execute = (statements: readonly Statement[], context: Context) => boolean;

/** @param execute Runs the statements of a module that is beside the notebook. */
export function importFrom(statement: ImportFrom, execute: Execute, context: Context): void {
  const module = `${".".repeat(statement.level)}${statement.module}`;
  if (context.cell >= 0) context.calledAt = context.span(statement);
  const local = localModule(statement.module, statement.level, context, execute);
  if (local) {
    importFromLocal(statement, local, execute, context);
    return;
  }
  const starred = statement.star ? context.library.starNames?.(module) : undefined;
  if (statement.star && context.cell < 0 && (starred ?? []).length === 0) {
    // Whatever it is, it is the module's own: nobody can tell what names that has
    context.assign("*", unknown(`from ${module} import * may have set it`));
  } else if (statement.star && !context.library.harmless(module))
    loseNames(`from ${module} import * may have set it`, context);
  const others = statement.star ? context.library.otherNamesOf?.(module) : undefined;
  if (others !== undefined) context.setName(otherNames, { kind: "library", path: others });
  for (const { name, alias } of starred?.map((one) => ({ name: one, alias: undefined })) ?? statement.names) {
    // `from . import x`
    const beside = statement.module === "" ? localModule(name, statement.level, context, execute) : undefined;
    const path = module === "" ? name : `${module}.${name}`;
    context.assign(alias ?? name, beside ?? { kind: "library", path });
  }
}

function importFromLocal(
  statement: ImportFrom,
  module: MachineValue,
  execute: Execute,
  context: Context,
): void {
  if (statement.star) {
    const names = moduleNames(module, context);
    if (names) for (const [name, value] of names) context.assign(name, value);
    else if (context.cell < 0) context.assign("*", unknown("a star import may have set it"));
    else loseNames(`from ${statement.module} import * may have set it`, context);
  }
  for (const { name, alias } of statement.names) {
    const member = attribute(module, name, context);
    const inner = [statement.module, name].filter((step) => step !== "").join(".");
    const submodule =
      member.kind === "unknown" ? localModule(inner, statement.level, context, execute) : undefined;
    context.assign(alias ?? name, submodule ?? member);
  }
}
