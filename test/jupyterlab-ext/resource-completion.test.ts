import assert from "node:assert/strict";
import { ResourceCompletion } from "../../jupyterlab-ext/src/resource-completion.js";
import type { Sessions } from "../../jupyterlab-ext/src/sessions.js";

describe("Completion in JupyterLab", () => {
  const host = { again: () => undefined, say: () => undefined };
  const completion = new ResourceCompletion(Object.create(null) as Sessions, host);
  const opens = (isOpen: boolean, ...sourceChange: readonly object[]) =>
    completion.shouldShowContinuousHint(isOpen, { sourceChange });

  it("opens the list by itself where the kernel's own would open", () => {
    for (const typed of ["s", ".", "(", '"'])
      assert.equal(opens(false, { retain: 3 }, { insert: typed }), true, typed);
    for (const typed of [" ", "\n", "\n    "])
      assert.equal(opens(false, { retain: 3 }, { insert: typed }), false, JSON.stringify(typed));
    assert.deepEqual([opens(true, { insert: "." }), opens(true, { insert: "s" })], [true, false]);
    assert.equal(opens(false, { insert: "s" }, { delete: 1 }), false);
    assert.equal(completion.shouldShowContinuousHint(false, {}), true);
  });
});
