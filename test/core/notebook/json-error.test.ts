import assert from "node:assert/strict";
import { jsonErrorPosition } from "../../../core/src/notebook/json-error.js";
import { ipynbOf } from "../../support/notebooks.js";

describe("jsonErrorPosition", () => {
  const text = ipynbOf(["x = 'a\\n\"'\n", "y = [1, -2.5e3]"]);

  it("is the text's length when it ends too early", () => {
    for (let end = 1; end < text.trimEnd().length; end += 1)
      assert.equal(jsonErrorPosition(text.slice(0, end)), end, text.slice(Math.max(0, end - 20), end));
  });

  it("is where a character does not belong", () => {
    const broken: Record<string, number> = {
      "[1,,2]": 3,
      '{"a" 1}': 5,
      '{"a": 1,}': 8,
      "[1}": 2,
      "[tru]": 1,
      "[1] tru x": 4,
      "1 2": 2,
      "{a: 1}": 1,
    };
    for (const [json, position] of Object.entries(broken))
      assert.equal(jsonErrorPosition(json), position, json);
  });
});
