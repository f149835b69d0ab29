import assert from "node:assert/strict";
import type { Value } from "../../../core/src/python/value.js";
import { admits, isClaim } from "../../support/admits.js";
import { evaluatePython, show } from "../../support/evaluate-python.js";
import { randomIdioms } from "../../support/random-idioms.js";
import { randomOperation } from "../../support/random-operation.js";
import { randomProgram } from "../../support/random-python.js";
import { runPython } from "../../support/run-python.js";

const programs = Number(process.env.PYTHON_PROGRAMS ?? 200);
const firstSeed = Number(process.env.PYTHON_SEED ?? 0);

/**
 * What the evaluator claims to know must be what Python computes. Random programs of the supported subset run in both;
 * `opaque()` gives Python a random value and changes the lists and dicts that it is handed.
 */
describe("the evaluator and Python", () => {
  it(`agree on whatever the evaluator claims to know, in ${programs} random programs`, function () {
    this.timeout(300_000);
    agree(randomProgram, 5);
  });

  it(`agree on what notebooks do besides, in ${programs} random programs`, function () {
    this.timeout(300_000);
    agree(randomIdioms, 5);
  });

  it(`agree on what operators, builtins and methods make of constants, in ${programs} programs of 20 expressions`, function () {
    this.timeout(300_000);
    agree(
      (seed) => ["from harness import probe", ...Array.from({ length: 20 }, (_, at) => tried(seed, at))],
      8,
    );
  });
});

/** Many raise. */
function tried(seed: number, at: number): string {
  return `try:\n    probe("${at}", ${randomOperation(20 * seed + at)})\nexcept Exception: pass`;
}

/** @param least Values that are to be known in a program, so that not all is unknown. */
function agree(programOf: (seed: number) => string[], least: number): void {
  const sources = Array.from({ length: programs }, (_, seed) => programOf(firstSeed + seed));
  const python = runPython(sources.map((cells) => cells.join("\n")));
  let claims = 0;
  let compared = 0;
  sources.forEach((cells, index) => {
    const expected = python[index];
    if (!expected) return; // it takes too long
    const probes = evaluatePython(...cells);
    if (!probes) return; // more than a check can follow, and the report says so
    compared++;
    const byLabel = new Map<string, Value[]>();
    for (const { label, value } of probes) byLabel.set(label, [...(byLabel.get(label) ?? []), value]);
    for (const [label, actual] of expected) {
      const claimed = byLabel.get(label) ?? [];
      const holds = claimed.some((value) => admits(value, actual));
      assert.ok(
        holds,
        `seed ${firstSeed + index}, ${label}: Python has ${JSON.stringify(actual)}, the evaluator says ${claimed.map(show).join(" or ") || "nothing"}\n${cells.join("\n# %%\n")}`,
      );
      claims += claimed.filter(isClaim).length;
    }
  });
  assert.ok(compared > programs / 2, `only ${compared} programs could be compared`);
  assert.ok(claims > least * compared, `only ${claims} values were claimed to be known`);
}
