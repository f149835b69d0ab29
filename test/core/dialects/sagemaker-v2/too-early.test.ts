import assert from "node:assert/strict";
import { createChecker } from "../../../../core/src/check.js";
import type { Environment } from "../../../../core/src/environment.js";

const environment: Environment = { region: "us-east-1", facts: new Map(), online: true };

const make = `from sagemaker.estimator import Estimator
estimator = Estimator(image_uri="i", role="r", instance_count=1, instance_type="ml.m5.large")`;
const deploy = `estimator.deploy(initial_instance_count=1, instance_type="ml.m5.large")`;

describe("deploy() of an estimator that is never fitted", () => {
  const refusals = (...cells: readonly string[]) => refusalsOf(createChecker(), cells);

  it("raises", () => {
    assert.deepEqual(refusals(make, deploy), ["Estimator is not associated with a training job"]);
  });

  const fitted: Readonly<Record<string, readonly string[]>> = {
    "fitted below, where it may be run first": [make, deploy, "estimator.fit()"],
    "fitted on one branch": [make, "if estimator.tags:\n    estimator.fit()", deploy],
    "fitted by a thread": [make, "import threading\nthreading.Thread(target=estimator.fit).start()", deploy],
    "fitted by its class": [make, "Estimator.fit(estimator)", deploy],
    "given to code that is not followed": [make, "from own import train\ntrain(estimator)", deploy],
    "in reach of exec": [make, `exec("estimator.fit()")`, deploy],
  };
  for (const [name, cells] of Object.entries(fitted))
    it(`says nothing: ${name}`, () => {
      assert.deepEqual(refusals(...cells), []);
    });

  it("is looked at again when a cell that fits it comes or goes", () => {
    const checker = createChecker();
    assert.equal(refusalsOf(checker, [make, deploy, ""]).length, 1);
    assert.equal(refusalsOf(checker, [make, deploy, "estimator.fit()"]).length, 0);
    assert.equal(refusalsOf(checker, [make, deploy, "pass"]).length, 1);
  });
});

function refusalsOf(checker: ReturnType<typeof createChecker>, cells: readonly string[]): readonly string[] {
  const notebook = {
    uri: "a.ipynb",
    cells: cells.map((text) => ({ kind: "code" as const, language: "python" as const, text })),
  };
  const { requests } = checker(notebook, environment);
  return requests.flatMap(({ refused }) => (refused ? [refused.message] : []));
}
