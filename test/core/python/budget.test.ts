import assert from "node:assert/strict";
import type { Library } from "../../../core/src/python/library.js";
import { NotebookRunner } from "../../../core/src/python/run-notebook.js";

/** How often code that is not followed is called while the notebook is run: work that no clock measures. */
function run(...cells: readonly string[]): {
  readonly calls: number;
  readonly unfinished: readonly number[];
} {
  let calls = 0;
  const library: Library = {
    call: () => {
      calls++;
      return undefined;
    },
    attribute: () => undefined,
    method: () => undefined,
    members: () => undefined,
    constructed: () => undefined,
    assigned: (_type, value) => value,
    isFixed: () => false,
    harmless: () => false,
  };
  const { unfinished } = new NotebookRunner(library, () => true).run({
    uri: "test.ipynb",
    cells: cells.map((text) => ({ kind: "code", language: "python", text })),
  });
  return { calls, unfinished };
}

/** A function that nothing calls, with loops in loops. */
function nested(depth: number): string {
  const lines = ["from harness import opaque", "def outer(a):"];
  for (let level = 0; level < depth; level++)
    lines.push(`${" ".repeat(level + 1)}${level % 2 === 0 ? "while opaque():" : "for i in range(9):"}`);
  lines.push(`${" ".repeat(depth + 1)}x = [1]`);
  return lines.join("\n");
}

describe("the budget of a check", () => {
  it("is shared by all functions that nothing calls", () => {
    const few = run(...Array.from({ length: 4 }, () => nested(12)));
    const many = run(...Array.from({ length: 24 }, () => nested(12)));
    assert.ok(many.calls < 4 * few.calls, `${many.calls} calls, ${few.calls} in a few cells`);
    assert.notDeepEqual(many.unfinished, []);
  });

  it("is enough for many small functions", () => {
    const functions = Array.from(
      { length: 200 },
      (_, index) => `def f${index}(a):\n    return [a, ${index}]`,
    );
    assert.deepEqual(run(functions.join("\n")).unfinished, []);
  });
});
