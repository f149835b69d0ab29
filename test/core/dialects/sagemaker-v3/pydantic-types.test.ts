import assert from "node:assert/strict";
import { convertedType } from "../../../../core/src/catalog/sagemaker-v3.js";
import { toType } from "../../../../core/src/dialects/sagemaker-v3/pydantic-types.js";

/** What pydantic 2.14.3 made of them; undefined: a ValidationError. */
const outcomes = {
  integer: [
    ["2", 2],
    [" 2 ", 2],
    ["2.00", 2],
    ["+2", 2],
    ["-3", -3],
    ["02", 2],
    ["1_000", 1000],
    ["2.5", undefined],
    ["1.", undefined],
    ["1e3", undefined],
    ["0x10", undefined],
    ["", undefined],
    ["true", undefined],
    [2.0, 2],
    [2.5, undefined],
    [true, 1],
  ],
  boolean: [
    ["true", true],
    ["TRUE", true],
    ["Y", true],
    ["on", true],
    ["1", true],
    ["off", false],
    ["N", false],
    ["0", false],
    [" true", undefined],
    ["2", undefined],
    ["", undefined],
    [1, true],
    [0, false],
    [2, undefined],
  ],
  number: [
    ["2.5", 2.5],
    ["1.", 1],
    [".5", 0.5],
    ["1e3", 1000],
    ["", undefined],
    ["true", undefined],
    [false, 0],
  ],
} as const;

describe("what pydantic makes of a value", () => {
  for (const type of ["integer", "boolean", "number"] as const)
    it(`where a member is of the type ${type}`, () => {
      for (const [given, made] of outcomes[type])
        assert.equal(toType(type, given), made, `${type} of ${JSON.stringify(given)}`);
    });

  it("where the name tells the type", () => {
    assert.equal(convertedType("instance_count"), "integer");
    assert.equal(convertedType("enable_network_isolation"), "boolean");
    assert.equal(convertedType("initial_variant_weight"), "number");
    assert.equal(convertedType("hyperparameters"), "map");
    assert.equal(convertedType("volume_kms_key_id"), undefined);
    // A text, a number or a list, as the model has it
    assert.equal(convertedType("value"), undefined);
  });
});
