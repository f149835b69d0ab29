import assert from "node:assert/strict";
import { RelevantCells } from "../../../core/src/python/relevant-cells.js";
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

  it("looks at each cell once, however long a chain of cells depends on one another", () => {
    const length = 2000;
    let looks = 0;
    const scans = Array.from({ length }, (_, index) => {
      const text = index === 0 ? "x0 = Estimator()" : `x${index} = 1\nx${index - 1}.update(x${index})`;
      const scan = new CellScan(text, (word) => word === "Estimator");
      for (const name of ["names", "binds", "touches"] as const) {
        const words = scan[name];
        Object.defineProperty(scan, name, {
          get: () => {
            looks++;
            return words;
          },
        });
      }
      return scan;
    });
    assert.equal(new RelevantCells().of(scans).filter(Boolean).length, length);
    assert.ok(looks <= 4 * length, `${looks} looks at ${length} cells`);
  });
});
