import assert from "node:assert/strict";
import { CellScan } from "../../../core/src/python/scan.js";

describe("the scan of a cell", () => {
  const lines = {
    "a long word": "x".repeat(50_000),
    "many brackets": `x = ${"x[".repeat(25_000)}`,
    "many colons": `x = ${"a:".repeat(25_000)}`,
    "many fors": `x = ${"for ".repeat(12_000)}`,
  };
  for (const [name, line] of Object.entries(lines)) {
    it(`takes time in proportion to ${name}`, () => {
      const { user } = process.cpuUsage();
      assert.equal(new CellScan(`y = 1\n${line}`, () => false).binds.has("y"), true);
      const milliseconds = (process.cpuUsage().user - user) / 1000;
      assert.ok(milliseconds < 1000, `${milliseconds} ms`);
    });
  }
});
