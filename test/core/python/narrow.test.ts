import assert from "node:assert/strict";
import { evaluatePython, show } from "../../support/evaluate-python.js";

/** What is known of `x`, as `evaluate.test.ts` has it. */
const table: Readonly<Record<string, readonly [string, string]>> = {
  "what is of another type": [`y = opaque() or {}\nx = [1] if isinstance(y, dict) else y`, `[1] | ?`],
  "what is of that type": [
    `y = {"k": 1} if opaque() else "text"\nx = y if isinstance(y, dict) else None`,
    `{k: 1} | null`,
  ],
  "what is of one of the types": [
    `y = {} if opaque() else "a" if opaque() else 1\nx = 2\nif not isinstance(y, (dict, str)):\n    x = y`,
    `1 | 2`,
  ],
  "with an isinstance of the notebook's own": [
    `def isinstance(a, b): return opaque()\ny = {} if opaque() else 1\nx = 2\nif isinstance(y, dict):\n    x = y`,
    `{} | 1 | 2`,
  ],
  "an entry that is got and is true": [
    `y = {"k": "a" if opaque() else None}\nx = y["k"] if y.get("k") else "b"`,
    `"a" | "b"`,
  ],
  "an entry that is true": [
    `y = {"k": "a" if opaque() else ""}\nx = "b"\nif y["k"]: x = y["k"]`,
    `"a" | "b"`,
  ],
  "an entry that is perhaps there": [
    `y = {}\nif opaque(): y["k"] = "a"\nx = "b"\nif y.get("k"): x = y["k"]`,
    `"a" | "b"`,
  ],
  "an entry that is not there or not true": [
    `y = {}\nif opaque(): y["k"] = "a"\nif not y.get("k"): y["k"] = "b"\nx = y["k"]`,
    `"b" | "a"`,
  ],
  "an entry after the test is what it was": [
    `y = {"k": "a" if opaque() else None}\nif y.get("k"): pass\nx = y["k"]`,
    `"a" | null`,
  ],
  "an entry that has a default": [
    `y = {"k": "a" if opaque() else None}\nx = y["k"] if y.get("k", 1) else "b"`,
    `"a" | null | "b"`,
  ],
};

describe("after a test that came out so", () => {
  for (const [name, [code, expected]] of Object.entries(table)) {
    it(`is known: ${name}`, () => {
      const probes = evaluatePython("from harness import probe, opaque", code, `probe("x", x)`);
      assert.deepEqual(
        probes?.map(({ value }) => show(value)),
        [expected],
      );
    });
  }
});
