import type { Library } from "../../core/src/python/library.js";
import { freeze } from "../../core/src/python/freeze.js";
import { unknown } from "../../core/src/python/machine.js";
import { NotebookRunner } from "../../core/src/python/run-notebook.js";
import { presentValue } from "../../core/src/python/present.js";
import type { Value } from "../../core/src/python/value.js";

export interface Probe {
  readonly label: string;
  readonly value: Value;
}

/**
 * Evaluates cells that `from harness import probe, opaque`: `probe("label", value)` tells what the evaluator knows of
 * a value there (undefined: a cell does more than it follows); `opaque(…)` is code that it cannot follow.
 */
export function evaluatePython(...cells: readonly string[]): Probe[] | undefined {
  const probes: Probe[] = [];
  const library: Library = {
    call(path, { positional: [label, value] }, _site, context) {
      if (path !== "harness.probe" || label?.kind !== "constant" || !value) return undefined;
      if (context.rehearsals === 0)
        probes.push({ label: String(label.data), value: presentValue(freeze(value, context.state)) });
      return unknown("probe");
    },
    attribute: () => undefined,
    method: () => undefined,
    members: () => undefined,
    constructed: () => undefined,
    assigned: (_type, _name, value) => value,
    isFixed: () => false,
    harmless: (path) => path === "harness.probe",
  };
  const runner = new NotebookRunner(library, {
    submits: (identifier) => identifier === "harness" || identifier === "probe",
    isClass: () => false,
    hint: /./,
  });
  const { unfinished } = runner.run({
    uri: "test.ipynb",
    cells: cells.map((text) => ({ kind: "code", language: "python", text })),
  });
  return unfinished.length > 0 ? undefined : probes;
}

/** A value for reading in a test: constants as they are, the unknown as `?`, open containers with `…`, either as `a | b`. */
export function show(value: Value): string {
  switch (value.kind) {
    case "constant":
      return JSON.stringify(value.data);
    case "list":
    case "tuple":
    case "set": {
      const [open, close] = value.kind === "list" ? "[]" : value.kind === "tuple" ? "()" : "{}";
      return `${open ?? ""}${[...value.items.map(show), ...(value.open ? ["…"] : [])].join(", ")}${close ?? ""}`;
    }
    case "dict":
      return `{${[...[...value.entries].map(([key, entry]) => `${key}: ${show(entry)}`), ...(value.open ? ["…"] : [])].join(", ")}}`;
    case "either":
      return value.values.map(show).join(" | ");
    case "object":
      return `<${value.type}${[...value.members].map(([name, member]) => ` ${name}=${show(member)}`).join("")}>`;
    case "absent":
      return "absent";
    case "unknown":
      return "?";
  }
}
