import assert from "node:assert/strict";
import { carryOver, TextVersion } from "../../../core/src/python/text-version.js";
import { sequence } from "../../support/random-sequence.js";

describe("a version of a text", () => {
  it("carries ranges over many edits as over one after the other", () => {
    const random = sequence(3);
    for (let session = 0; session < 60; session++) {
      const versions = [new TextVersion("abcdefghij\nabcdefghij\n")];
      let place = 5;
      for (let edit = 0; edit < 40; edit++) {
        const last = versions.at(-1) ?? new TextVersion("");
        // Most of the time typing goes on, or takes back, where it was
        if (random(5) === 0) place = random(last.text.length + 1);
        const deletes = random(3) === 0 ? Math.min(place, 1 + random(3)) : 0;
        const types = deletes === 0 || random(4) === 0 ? "xa\nb".slice(0, 1 + random(4)) : "";
        const text = last.text.slice(0, place - deletes) + types + last.text.slice(place);
        place += types.length - deletes;
        versions.push(last.replaceBy(text));
        // Ways are followed from time to time, so that some go on from where they were left
        if (random(3) === 0) versions[random(versions.length)]?.carry(0, 1);
      }
      for (const [index, version] of versions.entries()) {
        assert.equal(version.latest, versions.at(-1));
        for (let start = 0; start <= version.text.length; start++) {
          for (const end of [start, start + 1, start + 4]) {
            let one = { from: start, to: end };
            for (const { change } of versions.slice(index))
              if (change) one = carryOver(change, one.from, one.to);
            assert.deepEqual(version.carry(start, end), one);
          }
        }
      }
    }
  });
});
