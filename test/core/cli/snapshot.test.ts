import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAccountReader } from "../../../core/aws/index.js";
import type { JsonReport } from "../../../core/cli/json-report.js";
import { faultyNotebooks } from "../../support/faulty-notebooks.js";
import { startSampleAccount, withEnv, type SampleAccount } from "../../support/sample-account.js";
import { runCommand } from "./run-command.js";

describe("A snapshot of the account", function () {
  this.timeout(90_000); // moto is slow on a busy machine, and a snapshot asks much
  let sample: SampleAccount;
  let folder: string;
  before(async function () {
    this.timeout(120_000);
    sample = await startSampleAccount();
    folder = mkdtempSync(join(tmpdir(), "preflight-"));
    faultyNotebooks(sample.ids).forEach(({ cells }, index) => {
      writeFileSync(join(folder, `job-${index}.py`), cells[0]?.text ?? "");
    });
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await sample.stop();
  });

  async function run(argv: readonly string[], later = 0) {
    let asked = 0;
    const ran = await withEnv(sample.env, () =>
      runCommand(argv, folder, {
        environment: argv.includes("--snapshot") ? {} : sample.env,
        machine: { platform: "linux", home: "/nonexistent" },
        now: () => Date.now() + later,
        openAccount: (account) => {
          asked += 1;
          return Promise.resolve(createAccountReader(account));
        },
      }),
    );
    return { ...ran, asked };
  }

  const days = 24 * 3_600_000;
  const findingsOf = (out: string) =>
    (JSON.parse(out) as JsonReport).files.map(({ path, findings }) => [
      path,
      findings.map(({ rule, severity, line, message }) => [rule, severity, line, message]),
    ]);

  it("judges as the account itself does, and asks nobody", async () => {
    const taken = await run(["snapshot", ".", "--output", "account.json"]);
    assert.equal(taken.code, 0, taken.error);
    assert.match(taken.out, /^Wrote account\.json: account 111122223333, us-east-1, \d+ answers\.$/m);
    assert.equal(statSync(join(folder, "account.json")).mode & 0o777, 0o600);
    const live = await run(["check", ".", "--format", "json"]);
    const dead = await run(["check", ".", "--format", "json", "--snapshot", "account.json"]);
    assert.equal(dead.asked, 0);
    assert.equal(dead.code, live.code);
    assert.deepEqual(findingsOf(dead.out), findingsOf(live.out));
    const { account } = JSON.parse(dead.out) as JsonReport;
    assert.equal(account?.id, "111122223333");
    assert.equal(account.snapshot?.path, "account.json");
  });

  it("knows without being asked before what the account's lists have and what they do not", async () => {
    await run(["snapshot", "--output", "lists.json"]);
    const live = await run(["check", ".", "--format", "json"]);
    const dead = await run(["check", ".", "--format", "json", "--snapshot", "lists.json"]);
    const networkRules = /^(subnet|security|vpc|network|kms|dhcp)/;
    const ofNetworks = (out: string) =>
      (JSON.parse(out) as JsonReport).files.map(({ findings }) =>
        findings.filter(({ rule }) => networkRules.test(rule)).map(({ rule, line }) => `${rule} ${line}`),
      );
    assert.deepEqual(ofNetworks(dead.out), ofNetworks(live.out));
  });

  it("tells its account and age, and that old facts may not hold", async () => {
    const fresh = await run(["check", "job-0.py", "--snapshot", "account.json"]);
    assert.match(
      fresh.out,
      /Account 111122223333, us-east-1, as the snapshot account\.json has it, taken .* UTC, less than an hour ago; AWS was not asked\.\n/,
    );
    const old = await run(["check", "job-0.py", "--snapshot", "account.json"], 9 * days);
    assert.match(old.out, /9 days ago; AWS was not asked\. That is old: networks, addresses and keys may/);
  });

  it("does not tell what it does not have: another region, what nobody listed", async () => {
    writeFileSync(
      join(folder, "elsewhere.py"),
      `import boto3
boto3.client("sagemaker", region_name="eu-west-1").create_model(
    ModelName="m", ExecutionRoleArn="arn:aws:iam::111122223333:role/x",
    VpcConfig={"Subnets": ["subnet-00000000000000009"], "SecurityGroupIds": ["sg-00000000000000009"]},
)
`,
    );
    const { code, out } = await run(["check", "elsewhere.py", "--snapshot", "account.json"]);
    assert.equal(code, 0);
    assert.match(out, /Some checks could not be told\. .*The snapshot of .* does not have subnet/);
  });

  it("is refused when it is none", async () => {
    writeFileSync(join(folder, "other.json"), '{"version": 1}');
    const other = await run(["check", "job-0.py", "--snapshot", "other.json"]);
    const how = "'sagemaker-preflight snapshot --output FILE' makes one\n";
    assert.deepEqual(
      [other.code, other.error],
      [2, `other.json: is no snapshot of sagemaker-preflight; ${how}`],
    );
    const missing = await run(["check", "job-0.py", "--snapshot", "nothing.json"]);
    assert.deepEqual(
      [missing.code, missing.error],
      [2, `nothing.json: there is no such file or folder; ${how}`],
    );
    const nowhere = await run(["snapshot", "--output", "no/where.json"]);
    assert.deepEqual(
      [nowhere.code, nowhere.error],
      [2, "no/where.json: cannot be written: there is no such file or folder\n"],
    );
    const both = await run(["check", "job-0.py", "--snapshot", "account.json", "--offline"]);
    assert.equal(both.code, 2);
    assert.equal((await run(["snapshot"])).code, 2);
  });

  it("has no credential in it", () => {
    const text = readFileSync(join(folder, "account.json"), "utf8");
    assert.ok(!/\b(?:AKIA|ASIA)|SecretAccessKey|SessionToken/.test(text));
  });
});
