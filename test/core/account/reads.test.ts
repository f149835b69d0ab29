import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Read } from "../../../core/src/account/read.js";
import { readFor, readsTable, takesId } from "../../../core/src/account/reads.js";
import { iamPolicy } from "../../../core/scripts/iam-policy.js";
import { executeRead } from "../../../core/aws/execute-read.js";

const rowOf = (kind: string, id = "id"): Read => {
  const read = readFor({ kind, id });
  assert.ok(read);
  return read;
};

/** Of operations that IAM knows by another name. */
const actions: Readonly<Record<string, string>> = {
  HeadBucket: "ListBucket",
  ListObjectsV2: "ListBucket",
  GetBucketEncryption: "GetEncryptionConfiguration",
};

describe("The reads table", () => {
  it("is the one that the Python reader executes", () => {
    const file = new URL("../../../jupyterlab-ext/sagemaker_preflight/reads.json", import.meta.url);
    assert.deepEqual(JSON.parse(readFileSync(file, "utf8")), JSON.parse(JSON.stringify(readsTable)));
  });

  it("is what the IAM policy of the docs allows, and nothing more", () => {
    const file = new URL("../../../docs/iam-policy.json", import.meta.url);
    assert.deepEqual(JSON.parse(readFileSync(file, "utf8")), iamPolicy());
  });

  it("only reads", () => {
    for (const { service, operation, action } of readsTable.reads) {
      assert.match(operation, /^(Describe|List|Get|(HeadBucket|SimulatePrincipalPolicy)$)/);
      const name = actions[operation] ?? operation;
      assert.equal(action, `${service === "service-quotas" ? "servicequotas" : service}:${name}`);
    }
  });

  it("never describes an alias of AWS", () => {
    for (const id of ["alias/aws/s3", "arn:aws:kms:us-east-1:111122223333:alias/aws/ebs"]) {
      assert.equal(rowOf("key", id).operation, "ListAliases");
    }
    for (const id of ["alias/sagemaker", "alias/my/alias/aws/x", "1f0b7c52-6a3d-4e8f-9b21-5c7d8e9f0a1b"]) {
      assert.equal(rowOf("key", id).operation, "DescribeKey");
    }
  });

  it("takes only ids that have the parts of the row, each of its shape", () => {
    const entry = { ContextKeyName: "aws:PrincipalTag/a", ContextKeyType: "string", ContextKeyValues: ["b"] };
    const simulated = { PolicySourceArn: "arn", ActionNames: ["ec2:*"], ResourceArns: ["*"] };
    const ids: readonly (readonly [string, unknown, boolean])[] = [
      ["rolePolicy", { RoleName: "a", PolicyName: "b" }, true],
      ["rolePolicy", { RoleName: "a" }, false],
      ["rolePolicy", { RoleName: "a", PolicyName: "b", MaxItems: "1" }, false],
      ["rolePolicy", { RoleName: "a", PolicyName: ["b"] }, false],
      ["rolePolicy", { RoleName: "a", PolicyName: "" }, false],
      ["rolePolicy", { RoleName: "a", toString: "b" }, false],
      ["rolePolicy", ["RoleName", "PolicyName"], false],
      ["simulation", { ...simulated, ContextEntries: [entry] }, true],
      ["simulation", { ...simulated, ContextEntries: [] }, true],
      ["simulation", { ...simulated, ContextEntries: [{ ...entry, More: "" }] }, false],
      ["simulation", { ...simulated, ContextEntries: ["aws:SourceIp"] }, false],
    ];
    for (const [kind, parts, isTaken] of ids) {
      const id = JSON.stringify(parts);
      assert.equal(takesId(rowOf(kind, id), id), isTaken, id);
    }
    assert.equal(takesId(rowOf("rolePolicy"), "no JSON"), false);
  });

  it("asks IAM for names only", () => {
    for (const id of ["../x", "a b", "a\n", "role/a", ""])
      assert.equal(readFor({ kind: "role", id }), undefined);
    assert.ok(readFor({ kind: "role", id: "AmazonSageMaker-ExecutionRole_2026+x=y,z.@" }));
  });

  it("knows the regions of AWS, and no other host", () => {
    const region = new RegExp(readsTable.regionPattern);
    for (const name of ["us-east-1", "us-gov-west-1", "ap-southeast-5", "us-isob-east-1", "eusc-de-east-1"]) {
      assert.match(name, region);
    }
    for (const name of ["", "us-east-1.evil.example/", "us-east-1\n", "localhost", "us-east-1@x-1"]) {
      assert.doesNotMatch(name, region);
    }
  });
});

describe("executeRead", () => {
  it("follows every page, also an empty one", async () => {
    const pages = [
      { Subnets: [{ SubnetId: "subnet-1", Extra: 1 }], NextToken: "2" },
      { Subnets: [], NextToken: "3" },
      { Subnets: [{ SubnetId: "subnet-2", State: undefined, Tags: [] }] },
    ];
    const inputs: unknown[] = [];
    const [outcome] = await executeRead(rowOf("subnets", ""), [""], (_operation, input) => {
      inputs.push(input);
      return Promise.resolve(pages[inputs.length - 1] ?? {});
    });
    assert.deepEqual(outcome, {
      state: "present",
      value: [{ SubnetId: "subnet-1" }, { SubnetId: "subnet-2" }],
    });
    assert.deepEqual(inputs, [
      { MaxResults: 1000 },
      { MaxResults: 1000, NextToken: "2" },
      { MaxResults: 1000, NextToken: "3" },
    ]);
  });

  it("does not follow a token in circles", async () => {
    const [outcome] = await executeRead(rowOf("keys", ""), [""], () =>
      Promise.resolve({ Keys: [], NextMarker: "again" }),
    );
    assert.equal(outcome?.state, "unreadable");
  });

  it("spoils only the ids of the batch that failed", async () => {
    const ids = Array.from({ length: 250 }, (_, index) => `subnet-${index}`);
    let calls = 0;
    const outcomes = await executeRead(rowOf("subnet"), ids, () => {
      calls += 1;
      return calls === 1
        ? Promise.resolve({ Subnets: [{ SubnetId: "subnet-7" }] })
        : Promise.reject(new Error("no"));
    });
    assert.equal(outcomes[7]?.state, "present");
    assert.equal(outcomes[199]?.state, "absent");
    assert.ok(outcomes.slice(200).every(({ state }) => state === "unreadable"));
  });

  it("takes only the documented error for an absent key", async () => {
    const errors = ["NotFoundException", "AccessDeniedException"].map((name) =>
      Object.assign(new Error(), { name }),
    );
    let call = 0;
    const outcomes = await executeRead(rowOf("key"), ["a", "b"], () => {
      call += 1;
      return Promise.reject(errors[call - 1] ?? new Error("one call too many"));
    });
    assert.deepEqual(
      outcomes.map(({ state }) => state),
      ["absent", "unreadable"],
    );
  });
});
