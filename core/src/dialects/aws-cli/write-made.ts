import type { Notebook } from "../../notebook/notebook.js";
import type { Edit } from "../../notebook/span.js";
import type { CallSite } from "../../python/call-site.js";
import type { Value } from "../../python/value.js";
import type { Json } from "../../requests/request.js";
import { writeCalls } from "../write/write-call.js";
import type { Surroundings } from "../write/surroundings.js";
import { CannotWrite, isTree, Settings, type Setting } from "./argument-text.js";
import { sourceOf } from "./made-value.js";

/** Writes settings into the dict that Python made the text of. @throws CannotWrite */
export function writeMade(
  made: Value,
  setting: Setting,
  notebook: Notebook,
  surroundings: Surroundings,
): readonly Edit[] {
  const dict = sourceOf(made);
  if (dict?.kind !== "dict" || !dict.span) throw new CannotWrite();
  const { span } = dict;
  const call: CallSite = {
    callee: "json.dumps",
    span,
    nameSpan: span,
    parentheses: nowhere,
    arguments: [{ star: "**", span, value: dict, valueSpan: span }],
  };
  const values = leavesOf(setting, []).map(({ steps, value }) => ({ call, steps, value }));
  const edits = writeCalls(values, notebook, { surroundings });
  if (!edits) throw new CannotWrite();
  return edits;
}

/** The dict is all that can be written into. */
const nowhere = { cell: -1, from: 0, to: 1 };

interface Leaf {
  readonly steps: readonly string[];
  readonly value: Json;
}

function leavesOf(setting: Setting, steps: readonly string[]): readonly Leaf[] {
  if (!isTree(setting)) return [{ steps, value: setting }];
  const inner: readonly (readonly [string, Setting])[] =
    setting instanceof Settings
      ? [...setting.members]
      : [...setting.items].map(([index, one]) => [`[${index}]`, one]);
  return inner.flatMap(([step, one]) => leavesOf(one, [...steps, step]));
}
