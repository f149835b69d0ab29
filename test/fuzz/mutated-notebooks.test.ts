import assert from "node:assert/strict";
import { createChecker } from "../../core/src/check.js";
import { checkMutated } from "./check-mutated.js";
import { mutatedNotebook } from "./mutated-notebook.js";
import { notebookSources } from "./sources.js";

const notebooks = Number(process.env.MUTATED_NOTEBOOKS ?? 100);

/** More of them by hand: node --import tsx test/fuzz/run.ts COUNT */
describe("damaged notebooks", () => {
  it(`${notebooks} of them are checked, and a fix leaves what parses parsing`, function () {
    this.timeout(300_000);
    const sources = notebookSources();
    const checker = createChecker();
    for (let seed = 0; seed < notebooks; seed++) {
      const { faults } = checkMutated(mutatedNotebook(seed, sources), checker);
      assert.deepEqual(faults, [], `seed ${seed}`);
    }
  });
});
