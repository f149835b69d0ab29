import assert from "node:assert/strict";
import type { Library } from "../../../core/src/python/library.js";
import { NotebookRunner } from "../../../core/src/python/run-notebook.js";

/** Code that is not followed, called while a runner runs a notebook again and again. */
class Calls {
  private count = 0;
  private readonly library: Library = {
    call: () => {
      this.count++;
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
  private readonly runner = new NotebookRunner(this.library, {
    submits: (identifier) => identifier === "submit",
    isClass: () => false,
    hint: /./,
  });

  /** How many there are in one more run. */
  during(...cells: readonly string[]): number {
    this.count = 0;
    this.runner.run({
      uri: "test.ipynb",
      cells: cells.map((text) => ({ kind: "code", language: "python", text })),
    });
    return this.count;
  }
}

describe("a cell that did not matter for a while", () => {
  const job = 'from jobs import submit\nprefix = ["demo"]\nsubmit(prefix)';
  const chart = "from charts import draw\ndraw(axes)\ndraw(axes)\ndraw(axes)";

  it("is not evaluated again where it matters as before", () => {
    const calls = new Calls();
    const without = calls.during(job, "axes = prefi", chart);
    const first = calls.during(job, "axes = prefix", chart);
    assert.ok(first >= 3, `${first} calls: the chart matters now`);
    calls.during(job, "axes = prefi", chart);
    assert.equal(calls.during(job, "axes = prefix", chart), 0, `${without} at first, then ${first}`);
  });

  it("is evaluated again where what it reads is something else", () => {
    const calls = new Calls();
    calls.during(job, "axes = [prefix]", chart);
    calls.during(job, "axes = [prefi]", chart);
    assert.ok(calls.during(job, "axes = [prefix, 1]", chart) >= 3);
  });
});
