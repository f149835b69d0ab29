import assert from "node:assert/strict";
import { editDistance, isSlip } from "../../../core/src/requests/edit-distance.js";

describe("The distance of two texts", () => {
  it("counts what was inserted, left out and replaced", () => {
    for (const [one, other, distance] of [
      ["", "", 0],
      ["subnet", "subnet", 0],
      ["subnets", "subnet", 1],
      ["sunbet", "subnet", 2],
      ["netwrok", "network", 2],
      ["abc", "xyz", 3],
    ] as const) {
      assert.equal(editDistance(one, other), distance, `${one} ${other}`);
      assert.equal(editDistance(other, one), distance, `${other} ${one}`);
    }
  });

  it("of texts that are no slip of each other is not counted out: a megabyte takes no time", function () {
    this.timeout(2_000); // counted out, it is 10⁷ steps for each of a thousand names
    const long = "x".repeat(1_000_000);
    for (let name = 0; name < 1_000; name++) {
      const distance = editDistance(`ml.m5.${name}`, long);
      assert.ok(!isSlip(distance, long) && !isSlip(distance, `ml.m5.${name}`));
    }
  });
});
