import assert from "node:assert/strict";
import { check, noEnvironment } from "../../../core/src/index.js";

const estimator = `from sagemaker.estimator import Estimator
est = Estimator("i", "arn:aws:iam::111122223333:role/R", 1, "ml.m5.large")`;

/** Functions that nothing calls, and that lead to a job all the same. */
const leading: Record<string, string> = {
  "its own call": "def go():\n    est.fit()",
  "a helper": "def start(e):\n    e.fit()\n\ndef go():\n    start(est)",
  "a helper of a helper":
    "def go():\n    begin()\n\ndef begin():\n    start()\n\ndef start():\n    est.fit()",
  "another name of a method": "launch = est.fit\n\ndef go():\n    launch()",
  "another name of a function": "def start():\n    est.fit()\nlaunch = start\n\ndef go():\n    launch()",
  "a function in a dict":
    "def start():\n    est.fit()\nactions = {'a': start}\n\ndef go(which):\n    actions[which]()",
  "a function within": "def go():\n    def inner():\n        est.fit()\n    inner()",
  "a method": "class Job:\n    def start(self):\n        est.fit()\n\ndef go(job):\n    Job().start()",
  "a constructor":
    "class Job:\n    def __init__(self):\n        est.fit()\n\nclass Own(Job):\n    pass\n\ndef go():\n    Own()",
  "a property":
    "class Job:\n    @property\n    def name(self):\n        est.fit()\n\njob = Job()\n\ndef go():\n    return job.name",
  "a name that is a string": "def go():\n    getattr(est, 'fit')()",
  "a partial":
    "from functools import partial\nlaunch = partial(est.fit, wait=False)\n\ndef go():\n    launch()",
  "an f-string": 'def start():\n    est.fit()\n    return "x"\n\ndef go():\n    return f"{start()}"',
};

function requestsOf(...texts: readonly string[]): number {
  const cells = texts.map((text) => ({ kind: "code", language: "python", text }) as const);
  return check({ uri: "a.ipynb", cells }, noEnvironment).requests.filter(
    ({ operation, launches }) => operation === "CreateTrainingJob" && launches.length > 0,
  ).length;
}

describe("a function that nothing calls", () => {
  for (const [how, text] of Object.entries(leading))
    it(`is read where it asks for a job by ${how}`, () => {
      assert.ok(requestsOf(estimator, text) > 0);
    });

  it("is read where the loop that calls it is more than a check can follow", () => {
    const loops = Array.from({ length: 8 }, (_, level) => `${" ".repeat(level)}for i in range(9):`);
    const endless = [
      "while input():",
      ...[...loops, `${" ".repeat(8)}start()`].map((line) => ` ${line}`),
    ].join("\n");
    const start = "def start():\n    est.fit()";
    assert.ok(requestsOf(estimator, start, endless) > 0);
    const all = [estimator, start, endless].map(
      (text) => ({ kind: "code", language: "python", text }) as const,
    );
    assert.notDeepEqual(check({ uri: "a.ipynb", cells: all }, noEnvironment).problems, []);
  });

  it("is not read where none of its words asks for one", () => {
    const idle = "def report(path):\n    return open(path).read()\n";
    const report = check(
      {
        uri: "a.ipynb",
        cells: [`${estimator}\nest.fit()`, idle].map((text) => ({ kind: "code", language: "python", text })),
      },
      { ...noEnvironment, files: new Map() },
    );
    assert.deepEqual(report.files, []);
  });
});
