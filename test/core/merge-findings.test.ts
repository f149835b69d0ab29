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

  const placeholders = 'network = {"Subnets": ["subnet-XXXX"], "SecurityGroupIds": ["sg-train"]}';

  it("is told once where a network of the account takes its place, and says of how many jobs", () => {
    const { findings, at } = found("placeholder-id", placeholders, model("a"), model("b"));
    assert.deepEqual(
      findings.map((finding) => [at(finding), finding.message, finding.alsoRequests]),
      [['"subnet-XXXX"', '"subnet-XXXX" is a placeholder: a subnet\'s id belongs here (in 2 jobs)', [1]]],
    );
    assert.equal(findings[0]?.related.length, 2);
  });

  it("is told once where a key of the account takes its place", () => {
    const config = (name: string) =>
      `sm.create_endpoint_config(EndpointConfigName="${name}", ProductionVariants=variants, KmsKeyId=key)`;
    const { findings } = found(
      "placeholder-id",
      'key = "arn:aws:kms:us-east-1:111122223333:key/XXXX"',
      config("a"),
      config("b"),
      config("c"),
    );
    assert.deepEqual(
      findings.map(({ alsoRequests }) => alsoRequests),
      [[1, 2]],
    );
  });

  it("is told of each where the rest of the network is each job's own", () => {
    const own = (id: string) => `{"Subnets": subnets, "SecurityGroupIds": ["${id}"]}`;
    const { findings } = found(
      "placeholder-id",
      'subnets = ["subnet-XXXX"]',
      model("a", own("sg-train")),
      model("b", own("sg-b")),
      model("c", '{"Subnets": subnets}'),
    );
    assert.deepEqual(
      findings.map(({ alsoRequests }) => alsoRequests),
      [undefined, undefined, undefined],
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
