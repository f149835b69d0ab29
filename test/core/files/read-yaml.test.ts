import assert from "node:assert/strict";
import type { FileValue } from "../../../core/src/files/file-value.js";
import { readYaml } from "../../../core/src/files/read-yaml.js";
import { plainValue } from "../../support/plain-file-value.js";

const scalars: Readonly<Record<string, unknown>> = {
  yes: true,
  Off: false,
  y: "y",
  tRue: "tRue",
  "~": null,
  Null: null,
  "01": 1,
  "010": 8,
  "08": "08",
  "0o10": "0o10",
  "1_000": 1000,
  "1.5": { float: 1.5 },
  "1.": { float: 1 },
  "1e3": "1e3",
  "1.0e+3": { float: 1000 },
  "1.0e3": "1.0e3",
  "111122223333": 111122223333,
  "'1'": "1",
  "sg-0123": "sg-0123",
  "arn:aws:iam::111122223333:role/X": "arn:aws:iam::111122223333:role/X",
  "1.2.3": "1.2.3",
  "0x1F": "unknown",
  "1:30": "unknown",
  "2024-01-01": "unknown",
  ".inf": "unknown",
  "!!int '3'": "unknown",
  "*nothing": "unknown",
};

describe("YAML as PyYAML's safe_load reads it", () => {
  for (const [text, value] of Object.entries(scalars)) {
    it(text, () => {
      assert.deepEqual(
        plainValue(read(`a: ${text}\n`)),
        value === "unknown" && text.startsWith("!!") ? "unknown" : { a: value },
      );
    });
  }

  it("keeps the line of every value", () => {
    const value = read("a:\n  - b\n  - c: d\n");
    assert.equal(value.kind === "dict" && value.entries.get("a")?.line, 2);
  });

  it("takes the last of a key, and follows anchors", () => {
    assert.deepEqual(plainValue(read("a: &x [1]\nb: *x\na: 2\n")), { b: [1], a: 2 });
  });

  it("merges mappings, of which the mapping's own members and the first of several count", () => {
    const anchors = "x: &x {a: 1, b: 1}\ny: &y {b: 2, c: 2}\nz: &z {<<: *y, c: 3}\n";
    const merged: Record<string, unknown> = {
      "{<<: *x, b: 0}": { a: 1, b: 0 },
      "{b: 0, <<: *x}": { a: 1, b: 0 },
      "{<<: [*x, *y]}": { a: 1, b: 1, c: 2 },
      "{<<: *z}": { b: 2, c: 3 },
      "{<<: {a: 5}}": { a: 5 },
      '{"<<": 1}': { "<<": 1 },
      "{<<: 1}": "unknown",
      "{<<: [1]}": "unknown",
    };
    for (const [text, value] of Object.entries(merged)) {
      const all = read(`${anchors}m: ${text}\n`);
      assert.ok(all.kind === "dict", text);
      const own = all.entries.get("m");
      assert.deepEqual(own && plainValue(own), value, text);
    }
  });

  it("says where what is merged was written", () => {
    const value = read("x: &x\n  a: 1\ny:\n  <<: *x\n");
    const own = value.kind === "dict" ? value.entries.get("y") : undefined;
    assert.equal(own?.kind === "dict" && own.entries.get("a")?.line, 2);
  });

  it("does not follow keys that are no texts", () => {
    assert.deepEqual(plainValue(read("1: a\n")), "unknown");
  });

  it("says where a text is not YAML, and takes no second document", () => {
    const problem = readYaml("a:\n  b: 'unclosed\n");
    assert.ok("problem" in problem && problem.line >= 2);
    assert.ok("problem" in readYaml("---\na: 1\n---\nb: 2\n"));
  });

  it("does not follow anchors that multiply", () => {
    const lines = Array.from(
      { length: 40 },
      (_, i) => `a${i}: &a${i} [${i === 0 ? "1" : `*a${i - 1}, *a${i - 1}`}]`,
    );
    assert.doesNotThrow(() => readYaml(lines.join("\n")));
    const merges = Array.from(
      { length: 40 },
      (_, i) => `a${i}: &a${i} ${i === 0 ? "{k: 1}" : `{<<: [*a${i - 1}, *a${i - 1}]}`}`,
    );
    assert.doesNotThrow(() => readYaml(merges.join("\n")));
    assert.doesNotThrow(() => readYaml("a: &a\n  <<: *a\n  b: 1\n"));
  });
});

function read(text: string): FileValue {
  const reading = readYaml(text);
  assert.ok("value" in reading, "problem" in reading ? reading.problem : "");
  return reading.value;
}
