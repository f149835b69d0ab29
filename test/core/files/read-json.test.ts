import assert from "node:assert/strict";
import { readJson } from "../../../core/src/files/read-json.js";
import { plainValue } from "../../support/plain-file-value.js";

describe("JSON as Python's json reads it", () => {
  const texts: Readonly<Record<string, unknown>> = {
    '{"a": 1, "b": [true, null, 1.0, 1e3], "a": "x\\n\\u00e9"}': {
      a: "x\né",
      b: [true, null, { float: 1 }, { float: 1000 }],
    },
    " [ [ ], { } ] ": [[], {}],
    '{"a":\n\t{"b": []}}': { a: { b: [] } },
    "[123456789012345678901]": ["unknown"],
  };
  for (const [text, value] of Object.entries(texts)) {
    it(text, () => {
      const reading = readJson(text);
      assert.ok("value" in reading);
      assert.deepEqual(plainValue(reading.value), value);
    });
  }

  it("keeps lines", () => {
    const reading = readJson('{\n "a": [\n  "b"\n ]\n}');
    assert.ok("value" in reading && reading.value.kind === "dict");
    const list = reading.value.entries.get("a");
    assert.equal(list?.kind === "list" && list.items[0]?.line, 3);
  });

  for (const text of ["{a: 1}", "[1,]", "NaN", "", "{'a': 1}"])
    it(`refuses ${text}`, () => {
      assert.ok("problem" in readJson(text));
    });
});
