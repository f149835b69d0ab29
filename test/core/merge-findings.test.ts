import assert from "node:assert/strict";
import { check } from "../../core/src/check.js";
import { accountFacts, environmentOf } from "../support/account-facts.js";
import { twoVpcs } from "../support/two-vpcs.js";

const environment = environmentOf(
  accountFacts({ ...twoVpcs, Subnets: twoVpcs.Subnets ?? [] }, ["subnet-gone"]),
);
const model = (name: string, network = "network") =>
  `sm.create_model(ModelName="${name}", ExecutionRoleArn=role, PrimaryContainer={"Image": "i"}, VpcConfig=${network})`;

function found(rule: string, ...lines: readonly string[]) {
  const text = ["import boto3", 'sm = boto3.client("sagemaker")', "role = get_role()", ...lines].join("\n");
  const { findings, verdicts } = check(
    { uri: "a.ipynb", cells: [{ kind: "code", language: "python", text }] },
    environment,
  );
  return {
    verdicts,
    findings: findings.filter((one) => one.rule === rule),
    at: ({ span }: { readonly span: { readonly from: number; readonly to: number } }) =>
      text.slice(span.from, span.to),
  };
}

describe("What several jobs take from one place", () => {
  const network = 'network = {"Subnets": ["subnet-gone"], "SecurityGroupIds": ["sg-train"]}';

  it("is told once, with every place where it goes", () => {
    const { findings, verdicts, at } = found("subnet-not-found", network, model("a"), model("b"), model("c"));
    assert.deepEqual(
      findings.map((finding) => [at(finding), finding.request, finding.alsoRequests]),
      [['"subnet-gone"', 0, [1, 2]]],
    );
    assert.deepEqual(findings[0]?.related.length, 3);
    assert.deepEqual(
      verdicts.map((verdict) => verdict.get("subnet-not-found")?.state),
      ["fails", "fails", "fails"],
    );
  });

  it("is told of each where it is written for each", () => {
    const own = '{"Subnets": ["subnet-gone"], "SecurityGroupIds": ["sg-train"]}';
    assert.equal(found("subnet-not-found", model("a", own), model("b", own)).findings.length, 2);
  });

  it("is told of each where each has to be mended in its own call", () => {
    const half = 'subnets = ["subnet-a1"]';
    const { findings, at } = found(
      "vpc-config-incomplete",
      half,
      model("a", '{"Subnets": subnets}'),
      model("b", '{"Subnets": subnets}'),
    );
    assert.deepEqual(
      findings.map((finding) => [at(finding), finding.request, finding.alsoRequests]),
      [
        ['["subnet-a1"]', 0, undefined],
        ['["subnet-a1"]', 1, undefined],
      ],
    );
  });

  it("is told still where one of the jobs is told to ignore it", () => {
    const ignored = `${model("a")}  # preflight: ignore[subnet-not-found]`;
    const { findings } = found("subnet-not-found", network, ignored, model("b"));
    assert.deepEqual(
      findings.map(({ request, alsoRequests }) => [request, alsoRequests]),
      [[1, undefined]],
    );
  });
});
