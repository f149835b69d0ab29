import assert from "node:assert/strict";
import { createAccountReader } from "../../../core/aws/index.js";
import type { JsonReport } from "../../../core/cli/json-report.js";
import { startSampleAccount, withEnv, type SampleAccount } from "../../support/sample-account.js";
import { submitJobs } from "../../support/submitted-jobs.js";
import { runCommand } from "./run-command.js";

describe("sagemaker-preflight job, asking the sample account", () => {
  let sample: SampleAccount;
  before(async function () {
    this.timeout(120_000); // Python and moto start slowly on a busy machine
    sample = await startSampleAccount();
    await withEnv(sample.env, () => submitJobs(sample));
  });
  after(() => sample.stop());

  function run(...argv: string[]) {
    return withEnv(sample.env, () =>
      runCommand(["job", ...argv], "/", {
        environment: sample.env,
        machine: { platform: "linux", home: "/nonexistent" },
        openAccount: (account) => Promise.resolve(createAccountReader(account)),
      }),
    );
  }

  async function runJson(...argv: string[]) {
    const { code, out } = await run(...argv, "--format", "json");
    const report = JSON.parse(out) as JsonReport;
    return { code, files: report.files, rules: report.files.flatMap(rulesOf) };
  }

  const rulesOf = ({ findings }: JsonReport["files"][number]) => findings.map(({ rule }) => rule);

  it("tells of a job in a public subnet what it tells of code, with AWS's own words and what to set", async () => {
    const { code, files } = await runJson("in-public-subnet");
    assert.equal(code, 1);
    const [file] = files;
    assert.equal(file?.path, "training-job/in-public-subnet");
    assert.equal(file.job?.kind, "training-job");
    assert.equal(file.job.status, "Completed");
    assert.match(file.job.arn ?? "", /training-job\/in-public-subnet$/);
    const [request] = file.requests;
    assert.equal(request?.operation, "CreateTrainingJob");
    assert.deepEqual(request.fields["VpcConfig.Subnets"]?.value, [idOf("subnet.ml-prod-public-a")]);
    assert.deepEqual(request.fields.Tags?.value, []);
    assert.equal(request.fields.HyperParameters?.state, "unknown");
    const finding = file.findings.find(({ rule }) => rule === "subnet-without-way-to-s3");
    assert.equal(finding?.severity, "error");
    assert.ok(finding.evidence.some(({ kind }) => kind === "reading"));
    for (const { fixes } of file.findings) for (const { edits } of fixes) assert.deepEqual(edits, []);
  });

  it("finds nothing wrong with the same job where it belongs", async () => {
    const { code, rules } = await runJson("in-private-subnet");
    assert.equal(code, 0);
    assert.deepEqual(rules, []);
  });

  it("never reads what people keep secrets in", async () => {
    const { out } = await run("in-private-subnet", "--verbose");
    assert.match(out, /HyperParameters=\.\.\./);
    assert.doesNotMatch(out, /hunter2/);
    const { files } = await runJson("in-private-subnet");
    assert.doesNotMatch(JSON.stringify(files), /hunter2/);
  });

  it("says in the terminal what became of the job, what is wrong and what to set", async () => {
    const { code, out } = await run("without-vpc", "--suggest");
    assert.equal(code, 0);
    assert.match(out, /^training-job without-vpc: Completed/);
    assert.match(out, /warning vpc-config-missing/);
    assert.match(out, /= set: VpcConfig\.Subnets = \["subnet-/);
    assert.doesNotMatch(out, /--fix/);
    assert.match(out, /Judged 1 request of SageMaker by what the account is now: /);
    assert.match(out, /Account 111122223333, us-east-1/);
  });

  it("takes ARNs, and knows kinds by them", async () => {
    const arn = "arn:aws:sagemaker:us-east-1:111122223333:processing-job/clean";
    const { code, files } = await runJson(arn);
    assert.equal(code, 1);
    assert.equal(files[0]?.requests[0]?.operation, "CreateProcessingJob");
    assert.deepEqual(rulesOf(files[0]), ["security-group-in-other-vpc"]);
  });

  it("refuses an ARN of another account, where this one has a job of the name", async () => {
    const { code, error } = await run("arn:aws:sagemaker:us-east-1:999900001111:training-job/without-vpc");
    assert.equal(code, 2);
    assert.match(error, /is not in account 111122223333, us-east-1, which has another of its name/);
  });

  it("judges a transform job with the model that decides on its VPC", async () => {
    const { files } = await runJson("score");
    assert.deepEqual(
      files.map(({ path }) => path),
      ["transform-job/score", "model/scorer"],
    );
    assert.deepEqual(rulesOf(files[1] ?? assert.fail()), ["subnet-not-found"]);
  });

  it("reads the definitions of a tuning job, and notebook instances by kind", async () => {
    const tuning = await runJson("tune");
    assert.ok(tuning.rules.includes("volume-key-on-local-storage"), tuning.rules.join());
    const missing = await run("lab");
    assert.equal(missing.code, 2);
    const { files } = await runJson("lab", "--kind", "notebook-instance");
    assert.deepEqual(files[0]?.requests[0]?.fields.SecurityGroupIds?.value, [
      idOf("securityGroup.sagemaker-training"),
    ]);
  });

  it("says what else has the name", async () => {
    const { out } = await run("twice");
    assert.match(out, /^training-job twice/);
    assert.match(out, /There is also a model of this name: --kind model/);
  });

  it("ends with 2 where there is no such job, and judges the others", async () => {
    const { code, out, error } = await run("nothing", "in-private-subnet");
    assert.equal(code, 2);
    assert.match(error, /^nothing: No training-job, .*model of this name in account 111122223333, us-east-1/);
    assert.match(out, /training-job in-private-subnet/);
  });

  const idOf = (name: string): string => sample.ids[name] ?? assert.fail(name);
});
