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
    assigned: (_type, _name, value) => value,
    isFixed: () => false,
    harmless: () => false,
  };
  const { unfinished } = new NotebookRunner(library, {
    submits: () => true,
    isClass: () => false,
    hint: /./,
  }).run({
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

  it("is shared by all cells", () => {
    const work = (cells: number) =>
      run(...Array.from({ length: cells }, () => nested(12).replace("def outer(a):", "if opaque():")));
    const few = work(4);
    const many = work(60);
    assert.ok(many.calls < 2 * few.calls, `${many.calls} calls, ${few.calls} in a few cells`);
    assert.ok(few.unfinished.length > 0);
    assert.equal(many.unfinished.at(-1), 59);
  });

  it("pays for names that are looked up through many branches", () => {
    const branches = (depth: number) =>
      [
        "from harness import opaque",
        "a = 1",
        ...Array.from({ length: depth }, (_, level) => `${" ".repeat(level)}if opaque():`),
        ...Array.from({ length: 100 }, () => `${" ".repeat(depth)}a\n${" ".repeat(depth)}opaque()`),
      ].join("\n");
    assert.deepEqual(run(branches(100)).unfinished, []);
    const most = run(...Array.from({ length: 30 }, () => branches(100))).calls;
    assert.ok(most < 30 * run(branches(100)).calls, "30 such cells are all followed");
  });

  it("goes through a loop inside of a loop twice, not three times", () => {
    const loops = (depth: number) =>
      [
        "from harness import opaque",
        ...Array.from({ length: depth }, (_, level) =>
          [`x${level} = 0`, "while opaque():"].map((line) => " ".repeat(level) + line),
        ).flat(),
        ...Array.from({ length: depth }, (_, level) => `${" ".repeat(depth)}x${level} += 1`),
      ].join("\n");
    const [less, more] = [run(loops(5)).calls, run(loops(6)).calls];
    assert.ok(more <= 2.5 * less, `${more} calls, ${less} with a loop less`);
  });

  it("does a round of a loop once more only for what a round looks at", () => {
    const loop = (body: string) => run(`from harness import opaque\nfor i in opaque():\n    ${body}`).calls;
    assert.equal(loop("x = i\n    opaque(x)"), 2);
    assert.equal(loop("opaque(x)\n    x = i"), 3);
    assert.equal(loop("if opaque(i):\n        break\n    x = i"), 2);
  });

  it("is enough for a function that calls itself in comprehensions", () => {
    const clean = [
      "from harness import opaque",
      "def show(thing):",
      "  def clean(item):",
      "    if isinstance(item, dict):",
      "      return {k: clean(v) for k, v in item.items() if clean(v) is not None}",
      "    if isinstance(item, list):",
      "      return [clean(one) for one in item if clean(one) is not None]",
      "    return {k: v for k, v in opaque(item)}",
      "  print(clean(thing))",
      "show(opaque())",
    ].join("\n");
    assert.deepEqual(run(clean, clean, clean, clean).unfinished, []);
  });

  it("is enough for many small functions", () => {
    const functions = Array.from(
      { length: 200 },
      (_, index) => `def f${index}(a):\n    return [a, ${index}]`,
    );
    assert.deepEqual(run(functions.join("\n")).unfinished, []);
  });
});
