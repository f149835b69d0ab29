import assert from "node:assert/strict";
import { check, createChecker } from "../../core/src/check.js";
import { noEnvironment, type Environment } from "../../core/src/environment.js";
import type { Notebook } from "../../core/src/notebook/notebook.js";
import { mostJudged } from "../../core/src/rules/judge.js";
import { accountFacts, environmentOf } from "../support/account-facts.js";
import { twoVpcs } from "../support/two-vpcs.js";

function notebookOf(...texts: readonly string[]): Notebook {
  return { uri: "a.ipynb", cells: texts.map((text) => ({ kind: "code", language: "python", text })) };
}

describe("a notebook of very many jobs", () => {
  it("says from where on they are not judged", () => {
    const create = `sm.create_training_job(TrainingJobName="a")\n`;
    const cells = Array.from(
      { length: 14 },
      () => `import boto3\nsm = boto3.client("sagemaker")\n${create.repeat(150)}`,
    );
    const { requests, verdicts, problems } = check(notebookOf(...cells), noEnvironment);
    assert.ok(requests.length > mostJudged, `${requests.length} jobs`);
    assert.equal(verdicts.length, requests.length);
    const last = [...(verdicts.at(-1)?.values() ?? [])];
    assert.ok(last.length > 0 && last.every(({ state }) => state === "cannot tell"));
    const problem = problems.find(({ message }) => message.includes(`more than ${mostJudged} jobs`));
    assert.deepEqual(problem?.span, requests[mostJudged]?.span);
  });
});

describe("a notebook of very many lines about the SDK", () => {
  it("is read for the SDK's version all the same", () => {
    const line = "from sagemaker.train import ModelTrainer\n";
    const { problems } = check(notebookOf(line.repeat(200_000)), noEnvironment);
    assert.notDeepEqual(problems, []);
  });
});

describe("a cell that is not Python", () => {
  it("is told once for each line, however often it is wrong there", () => {
    const code = `import boto3\nboto3.client("sagemaker").create_training_job(TrainingJobName="a")\n`;
    const wrong = ")".repeat(500);
    const { problems, requests } = check(notebookOf(`${code}${wrong}\nx = 1\n${wrong}`), noEnvironment);
    assert.equal(requests.length, 1);
    assert.deepEqual(
      problems.map(({ span }) => span.from),
      [code.length, code.length + wrong.length + "\nx = 1\n".length],
    );
  });
});

describe("a name of very many characters", () => {
  const name = "x".repeat(100_000);
  const call = `image_uri="a", role="arn:aws:iam::111122223333:role/r", instance_count=1, instance_type="ml.m5.large"`;
  for (const [what, code] of Object.entries({
    "that has an id": `${name} = "sg-train"\nEstimator(${call}).fit()`,
    "that is expanded": `${name} = {"subnets": ["subnet-a1"]}\nEstimator(${call}, **${name}).fit()`,
  })) {
    it(`${what} is left alone by fixes`, () => {
      const notebook = notebookOf(`from sagemaker.estimator import Estimator\n${code}`);
      const { findings } = check(notebook, environmentOf(accountFacts(twoVpcs)));
      assert.ok(findings.some(({ fixes }) => fixes.length > 0));
    });
  }
});

describe("a fix that was proved", () => {
  const code = `from sagemaker.estimator import Estimator
Estimator(image_uri="a", role="arn:aws:iam::111122223333:role/r", instance_count=1, instance_type="ml.m5.large").fit()`;

  it("is proved again when the team asks for something else", () => {
    const environment = environmentOf(accountFacts(twoVpcs));
    const strict: Environment = { ...environment, policy: { network: { flowLogs: "required" } } };
    const checker = createChecker();
    for (const one of [environment, strict, environment]) {
      const report = checker(notebookOf(code), one);
      assert.deepEqual(
        report.findings,
        check(notebookOf(code), { ...one, facts: new Map(one.facts) }).findings,
      );
    }
  });

  it("is offered at each of several equal calls", () => {
    const environment = environmentOf(accountFacts(twoVpcs));
    const { findings } = check(notebookOf(code, code), environment);
    const offered = (cell: number) =>
      findings
        .filter(({ span }) => span.cell === cell)
        .flatMap(({ fixes }) => fixes.map(({ title }) => title));
    assert.ok(offered(0).length > 0);
    assert.deepEqual(offered(1), offered(0));
  });
});
