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

  const found: readonly [text: string, binds: string, touches: string][] = [
    ["x = y == z", "x", ""],
    ["x: int = 1", "int x", ""],
    ["if a: x = 1", "x", ""],
    ["(a, *b), c[0], d.e = f(x)", "a b c d e", "d f"],
    ["a, = f(x)", "a", "f"],
    ["a, b.c, *d = x", "a b c d", ""],
    ["f(a, b=c, d=e)", "", "f"],
    ["for a, (b, c) in rows(x): pass", "a b c", "rows"],
    ["with open(x) as f: pass", "f", "open"],
    ["print(y := 1)", "y", "print"],
    ["import a.b as c, d; e = 1", "a as b c d e", ""],
    ["from a.b import (\n  c,\n  d)\ne()", "c d", "e"],
    ["x[0] = 1", "x", "x"],
    ["x.a.b = 1", "x", "x"],
    ['x.a["k"] = 1', "x", "x"],
    ['x.a["k"] += 1', "x", "x"],
    ['x["k"]["l"].append(y)', "x", "x"],
    ["f(x.append)", "", "f"],
    ["f(a=b, c=d.e)", "", "f"],
    ["x.fit(y)", "", "x"],
    ["@decorated\ndef x(): pass", "x", "decorated x"],
    ['setattr(x, "a", 1)', "", "setattr x"],
    ["a.x = b.y.z.x", "a", "a"],
  ];
  for (const [text, binds, touches] of found) {
    it(`sees what is bound and called in ${JSON.stringify(text)}`, () => {
      const scan = new CellScan(text, () => false);
      assert.equal([...scan.binds].sort().join(" "), binds);
      assert.equal([...scan.touches].sort().join(" "), touches);
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
