import assert from "node:assert/strict";
import { admits, isClaim } from "../../support/admits.js";
import { evaluatePython } from "../../support/evaluate-python.js";
import { runPython } from "../../support/run-python.js";

const values = [
  `"a"`,
  "1",
  "True",
  "1.5",
  "None",
  "[1]",
  "(1,)",
  "{'a': 1}",
  "{1}",
  "'a b'.split()",
  "range(2)",
  "{}.keys()",
  "opaque()",
  "[i for i in 'ab']",
  "dict(a=1)",
  "str",
  "Own()",
  "Own([1])",
];
const types = [
  "str",
  "int",
  "float",
  "bool",
  "list",
  "tuple",
  "dict",
  "set",
  "(list, tuple)",
  "(str, Own)",
  "Own",
];

describe("isinstance", () => {
  it("is what Python says, or not known", () => {
    const lines = values.flatMap((value, index) =>
      types.map((type, at) => `probe("${index} ${at}", isinstance(${value}, ${type}))`),
    );
    const source = `from harness import probe, opaque\nclass Own(list):\n    pass\n${lines.join("\n")}\n`;
    const claimed = evaluatePython(source) ?? [];
    const seen = new Map(runPython([source])[0] ?? []);
    const claims = claimed.filter(({ value }) => isClaim(value));
    assert.ok(claims.length > 60, `${claims.length} of ${lines.length} are known`);
    for (const { label, value } of claims)
      assert.ok(admits(value, seen.get(label)), `${label} ${lines.join("\n")}`);
  });

  it("decides which branch is taken", () => {
    const source = `from harness import probe\nfor_all = "a"\nprobe("x", for_all if isinstance(for_all, list) else [for_all])\n`;
    const [probe] = evaluatePython(source) ?? [];
    assert.equal(probe?.value.kind, "list");
  });
});
