import assert from "node:assert/strict";
import { applyEdits } from "../../../core/src/notebook/apply-edits.js";
import { editsBetween } from "../../../core/src/notebook/edits-between.js";
import { notebookOf } from "../../support/notebooks.js";

const pairs: Readonly<Record<string, readonly [string, string]>> = {
  "an insertion": ["f(a)", "f(a, b)"],
  "a removal": ["f(a, b)", "f(a)"],
  "a replacement": ["f(a, b)", "f(c, b)"],
  "text that repeats": ["aaaa", "aaaaaa"],
  "all of it": ["", "new"],
};

describe("editsBetween", () => {
  for (const [name, [before, after]] of Object.entries(pairs)) {
    it(`turns one text into the other: ${name}`, () => {
      const edits = editsBetween(notebookOf("same", before), notebookOf("same", after));
      assert.deepEqual(
        edits.map(({ span }) => span.cell),
        [1],
      );
      const changes = edits.map(({ span: { from, to }, text }) => ({ from, to, text }));
      assert.equal(applyEdits(before, changes), after);
    });
  }

  it("touches nothing that is equal", () => {
    assert.deepEqual(editsBetween(notebookOf("a", "b"), notebookOf("a", "b")), []);
  });

  it("keeps an edit as small as it can be", () => {
    assert.deepEqual(editsBetween(notebookOf("f(a)"), notebookOf("f(a, b)")), [
      { span: { cell: 0, from: 3, to: 3 }, text: ", b" },
    ]);
  });
});
