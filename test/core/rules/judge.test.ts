import assert from "node:assert/strict";
import { questionKey } from "../../../core/src/account/question.js";
import type { Environment } from "../../../core/src/environment.js";
import type { Value } from "../../../core/src/python/value.js";
import type { Field, Json, JobRequest } from "../../../core/src/requests/request.js";
import { defineRule } from "../../../core/src/rules/define-rule.js";
import { judge } from "../../../core/src/rules/judge.js";
import { accountFacts, environmentOf, keyArn, region, unreadable } from "../../support/account-facts.js";
import { buildRequest, nameSpan } from "../../support/build-request.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const subnets = "VpcConfig.Subnets";
const groups = "VpcConfig.SecurityGroupIds";
const volumeKey = "ResourceConfig.VolumeKmsKeyId";
const outputKey = "OutputDataConfig.KmsKeyId";
const instanceType = "ResourceConfig.InstanceType";
const goodKey = "11111111-aaaa-4bbb-8ccc-000000000001";
const key = (last: number) => `11111111-aaaa-4bbb-8ccc-00000000000${last}`;
const good = { [subnets]: ["subnet-a1"], [groups]: ["sg-train"], [volumeKey]: goodKey, [outputKey]: goodKey };

const environment = environmentOf(
  accountFacts(twoVpcs, ["subnet-gone", "sg-gone", "alias/gone", goneElsewhere()]),
);

interface Case {
  readonly fields: Readonly<Record<string, Json | Field>>;
  readonly request?: Partial<JobRequest>;
  readonly environment?: Environment;
  /** "rule severity: message", in order. */
  readonly says: readonly string[];
  /** "kind id", in order. */
  readonly asks?: readonly string[];
}

const cases: Readonly<Record<string, Case>> = {
  "all in order: silent": { fields: good, says: [] },
  "no VPC": {
    fields: { [volumeKey]: goodKey, [outputKey]: goodKey },
    says: [
      "vpc-config-missing warning: This training job is not in a VPC: it has no subnets and no security groups",
    ],
  },
  "no VPC on one branch": {
    fields: {
      ...good,
      [subnets]: either(["subnet-a1"], undefined),
      [groups]: either(["sg-train"], undefined),
    },
    says: [
      "vpc-config-missing warning: This training job is not in a VPC: it has no subnets and no security groups (on one branch)",
    ],
  },
  "a value that one branch leaves": {
    fields: good,
    request: { parameters: namedEither("", "job") },
    says: [
      'parameter-out-of-bounds info: TrainingJobName cannot be "", it takes letters, digits, and hyphens between them: botocore raises ParamValidationError, and no job starts (on one branch)',
    ],
  },
  "a job of a class of the notebook's own, which nothing starts": {
    fields: { ...good, [subnets]: ["subnet-gone"] },
    request: { ofSubclass: true },
    says: ["subnet-not-found warning: There is no subnet subnet-gone in account 111122223333, us-east-1"],
  },
  "a job of a class of the notebook's own that is started": {
    fields: { ...good, [subnets]: ["subnet-gone"] },
    request: { ofSubclass: true, launches: [nameSpan] },
    says: ["subnet-not-found error: There is no subnet subnet-gone in account 111122223333, us-east-1"],
  },
  "a network known only at run time: silent": {
    fields: { ...good, [subnets]: unknown(), [groups]: unknown() },
    says: [],
  },
  "a transform job has no VPC of its own": {
    fields: {},
    request: { operation: "CreateTransformJob" },
    says: [
      "output-key-missing info: The output is encrypted with the key that AWS manages for S3, not with a KMS key of yours",
    ],
  },
  "no keys": {
    fields: { [subnets]: ["subnet-a1"], [groups]: ["sg-train"], [instanceType]: "ml.m5.large" },
    says: [
      "volume-key-missing info: The storage volume is encrypted with a transient key of SageMaker's, not with a KMS key of yours",
      "output-key-missing info: The output is encrypted with the key that AWS manages for S3, not with a KMS key of yours",
    ],
  },
  "an empty key counts as none": {
    fields: { ...good, [volumeKey]: "", [instanceType]: "ml.m5.large" },
    says: [
      "volume-key-missing info: The storage volume is encrypted with a transient key of SageMaker's, not with a KMS key of yours",
    ],
  },
  "local storage takes no volume key": {
    fields: { ...good, [volumeKey]: "", [instanceType]: "ml.g5.xlarge" },
    says: [],
  },
  "nothing is said of an instance type that is not known": {
    fields: { ...good, [volumeKey]: "", [instanceType]: "ml.z99.huge" },
    says: [],
    asks: ["instanceType z99.huge", "instanceTypeZones z99.huge"],
  },
  "half a VPC that the SDK refuses": {
    fields: { ...good, [groups]: missing() },
    request: { halfVpc: "SDK raises", refused: { error: "RuntimeError", message: "…" } },
    says: [
      "vpc-config-incomplete error: Subnets without security groups: Estimator raises RuntimeError, and no job starts",
    ],
  },
  "half a VPC that the SDK drops": {
    fields: { ...good, [subnets]: missing() },
    request: { halfVpc: "SDK drops it" },
    says: [
      "vpc-config-incomplete error: Security groups without subnets: the SDK drops them without a word, and the job runs outside your VPC",
    ],
  },
  "half a VPC that botocore refuses": {
    fields: { ...good, [groups]: missing() },
    request: { halfVpc: "botocore refuses" },
    says: [
      "vpc-config-incomplete error: Subnets without security groups: botocore raises ParamValidationError, and no job starts",
    ],
  },
  "a subnet that is not there": {
    fields: { ...good, [subnets]: ["subnet-a1", "subnet-gone"] },
    says: ["subnet-not-found error: There is no subnet subnet-gone in account 111122223333, us-east-1"],
  },
  "a subnet that is not there, on one branch": {
    fields: { ...good, [subnets]: either(["subnet-a1"], ["subnet-gone"]) },
    says: [
      "subnet-not-found warning: There is no subnet subnet-gone in account 111122223333, us-east-1 (on one branch)",
    ],
  },
  "a subnet that is not there, perhaps in local mode": {
    fields: { ...good, [subnets]: ["subnet-gone"] },
    request: { localMode: "maybe" },
    says: ["subnet-not-found warning: There is no subnet subnet-gone in account 111122223333, us-east-1"],
  },
  "local mode starts nothing at AWS": {
    fields: { [subnets]: ["subnet-gone"] },
    request: { localMode: true },
    says: [],
  },
  "a group that is not there": {
    fields: { ...good, [groups]: ["sg-gone"] },
    says: [
      "security-group-not-found error: There is no security group sg-gone in account 111122223333, us-east-1",
    ],
  },
  "a group of another VPC": {
    fields: { ...good, [groups]: ["sg-train", "sg-b"] },
    says: ["security-group-in-other-vpc error: sg-b is in vpc-b, but the subnets are in vpc-a"],
  },
  "a group of another VPC, associated": {
    fields: { ...good, [groups]: ["sg-b"] },
    environment: environmentOf(
      accountFacts({
        ...twoVpcs,
        SecurityGroupVpcAssociations: [{ GroupId: "sg-b", VpcId: "vpc-a", State: "associated" }],
      }),
    ),
    says: [
      "security-group-in-other-vpc warning: sg-b is in vpc-b and only associated with vpc-a, where the subnets are; whether SageMaker takes it is not documented",
    ],
  },
  "groups and subnets that differ by branch never meet": {
    fields: {
      ...good,
      [subnets]: either(["subnet-a1"], ["subnet-b"]),
      [groups]: either(["sg-train"], ["sg-b"]),
    },
    says: [
      "subnet-without-way-to-s3 warning: subnet-b has no way to S3: rtb-b has no route to it (on one branch)",
    ],
  },
  "subnets of two VPCs": {
    fields: { ...good, [subnets]: ["subnet-b", "subnet-a1", "subnet-a2"] },
    says: ["subnets-in-different-vpcs error: subnet-b is in vpc-b, but subnet-a1, subnet-a2 are in vpc-a"],
  },
  "a key that is not there": {
    fields: { ...good, [outputKey]: "alias/gone" },
    says: ["kms-key-not-found error: There is no KMS key alias/gone in account 111122223333, us-east-1"],
  },
  "a key of another account that KMS does not show: silent": {
    fields: { ...good, [outputKey]: goneElsewhere() },
    says: [],
  },
  "a key of AWS's own: silent, and never asked": {
    fields: { ...good, [outputKey]: "alias/aws/s3" },
    says: [],
  },
  "a key that AWS manages": { fields: { ...good, [volumeKey]: key(7) }, says: [] },
  "a key pending deletion": {
    fields: { ...good, [volumeKey]: key(2) },
    says: [`kms-key-not-usable error: The KMS key ${key(2)} is pending deletion, on 2026-12-01`],
  },
  "a disabled key, by ARN": {
    fields: { ...good, [volumeKey]: keyArn(key(3)) },
    says: [`kms-key-not-usable error: The KMS key ${keyArn(key(3))} is disabled`],
  },
  "an asymmetric key": {
    fields: { ...good, [volumeKey]: key(4) },
    says: [
      `kms-key-not-usable error: The KMS key ${key(4)} is asymmetric (RSA_2048); only a symmetric key works here`,
    ],
  },
  "an HMAC key": {
    fields: { ...good, [outputKey]: key(5) },
    says: [`kms-key-not-usable error: The KMS key ${key(5)} is an HMAC key (HMAC_256, GENERATE_VERIFY_MAC)`],
  },
  "a key that is being updated": {
    fields: { ...good, [outputKey]: key(6) },
    says: [`kms-key-not-usable warning: The KMS key ${key(6)} is not ready yet (Updating)`],
  },
  "a key of another region": {
    fields: { ...good, [outputKey]: `arn:aws:kms:eu-west-1:111122223333:key/${goodKey}` },
    says: ["kms-key-not-usable error: The KMS key is in eu-west-1, but the job runs in us-east-1"],
  },
  placeholders: {
    fields: { ...good, [subnets]: ["<your_subnets>"], [groups]: ["sg-xxxxxxxx"] },
    says: [
      `placeholder-id error: "<your_subnets>" is a placeholder: a subnet's id belongs here`,
      `placeholder-id error: "sg-xxxxxxxx" is a placeholder: a security group's id belongs here`,
    ],
  },
};

describe("rules/judge", () => {
  for (const [name, { fields, request, environment: its = environment, says, asks = [] }] of Object.entries(
    cases,
  )) {
    it(name, () => {
      const present = Object.entries(fields).filter(([, value]) => value !== null);
      const { findings, questions } = judge([buildRequest(Object.fromEntries(present), request)], its);
      assert.deepEqual(
        findings.map(({ rule, severity, message }) => `${rule} ${severity}: ${message}`),
        says,
      );
      assert.deepEqual(
        questions.map(({ kind, id }) => `${kind} ${id}`),
        asks,
      );
    });
  }

  it("underlines the id, or the call's name for what is missing", () => {
    const { findings } = judge(
      [buildRequest({ [subnets]: ["subnet-a1", "subnet-gone"], [groups]: ["sg-train"] })],
      environment,
    );
    assert.deepEqual(
      findings.map(({ rule, span }) => [rule, span]),
      [
        ["subnet-not-found", { cell: 0, from: 102, to: 103 }],
        ["output-key-missing", nameSpan],
      ],
    );
  });

  it("proves a finding with AWS's answer", () => {
    const { findings } = judge([buildRequest({ ...good, [subnets]: ["subnet-gone"] })], environment);
    const [proof] = findings[0]?.evidence ?? [];
    assert.ok(proof?.kind === "reading");
    assert.equal(proof.says, "subnet-gone is not in account 111122223333, us-east-1");
    assert.equal(proof.read.call, "ec2:DescribeSubnets");
  });

  it("asks what is not known yet, each thing once, and judges nothing by it", () => {
    const request = buildRequest(good);
    const { findings, questions, verdicts } = judge([request, request], environmentOf(new Map()));
    assert.deepEqual(findings, []);
    assert.deepEqual(questions.map(questionKey).sort(), [
      `identity ${region} `,
      `key ${region} ${goodKey}`,
      `securityGroup ${region} sg-train`,
      `subnet ${region} subnet-a1`,
    ]);
    const [, verdict] = verdicts;
    assert.ok(verdict);
    assert.equal(verdict.get("subnet-not-found")?.state, "cannot tell");
    assert.equal(verdict.get("vpc-config-missing")?.state, "passes");
  });

  it("asks whether a group is associated with a second VPC only when it is in another", () => {
    const facts = new Map(accountFacts(twoVpcs));
    for (const id of ["sg-train", "sg-b"])
      facts.delete(questionKey({ kind: "securityGroupVpcs", id, region }));
    const { questions } = judge(
      [buildRequest({ ...good, [groups]: ["sg-train", "sg-b"] })],
      environmentOf(facts),
    );
    assert.deepEqual(questions, [{ kind: "securityGroupVpcs", id: "sg-b", region }]);
  });

  it("asks nothing offline", () => {
    const { questions, verdicts } = judge([buildRequest(good)], environmentOf(new Map(), false));
    assert.deepEqual(questions, []);
    assert.equal(verdicts[0]?.get("kms-key-not-usable")?.state, "cannot tell");
  });

  it("asks nothing of a region that is not known", () => {
    const requests = [buildRequest(good, { regionUnknown: true })];
    const { questions, verdicts } = judge(requests, environmentOf(new Map()));
    assert.deepEqual(questions, []);
    assert.deepEqual(verdicts[0]?.get("subnet-not-found"), {
      state: "cannot tell",
      for: ["the account or region of the session that the call uses is known only when the notebook runs"],
    });
  });

  it("never asks for a placeholder", () => {
    const { questions } = judge(
      [buildRequest({ [subnets]: ["<subnet>"], [groups]: ["sg-"] })],
      environmentOf(new Map()),
    );
    assert.deepEqual(questions, [{ kind: "identity", id: "", region }]);
  });

  it("tells a denied call once for each action", () => {
    const facts = new Map(environment.facts);
    for (const id of ["subnet-a1", "subnet-a2"]) {
      const question = { kind: "subnet", id, region } as const;
      facts.set(questionKey(question), unreadable(question, "denied"));
    }
    const { gaps, findings } = judge(
      [buildRequest({ ...good, [subnets]: ["subnet-a1", "subnet-a2"] })],
      environmentOf(facts),
    );
    assert.deepEqual(findings, []);
    assert.deepEqual(
      gaps.map(({ action, why }) => [action, why]),
      [["ec2:DescribeSubnets", "denied"]],
    );
  });

  it("judges one key though another is hidden", () => {
    const facts = new Map(environment.facts);
    const question = { kind: "key", id: goodKey, region } as const;
    facts.set(questionKey(question), unreadable(question, "denied"));
    const { findings, gaps } = judge([buildRequest({ ...good, [outputKey]: key(3) })], environmentOf(facts));
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ["kms-key-not-usable"],
    );
    assert.equal(gaps.length, 1);
  });

  it("leaves out what another finding of the request says better, and says but once what is of the account", () => {
    const rule = (id: string, more: object) =>
      defineRule({
        id,
        severity: "warning",
        needs: [],
        summary: "",
        why: "",
        source: "",
        applies: () => true,
        *check({ nameSpan }) {
          yield { span: nameSpan, message: id, ...more };
        },
      });
    const made = [
      rule("plain", {}),
      rule("better", { insteadOf: ["plain"] }),
      rule("account", { once: true }),
    ];
    const requests = [buildRequest(good), buildRequest(good)];
    const { findings, verdicts } = judge(requests, environment, made);
    assert.deepEqual(
      findings.map((finding) => `${finding.request} ${finding.rule}`),
      ["0 better", "0 account", "1 better"],
    );
    assert.equal(verdicts[1]?.get("plain")?.state, "fails");
  });

  it("has nothing to say of an operation without such settings", () => {
    const request = buildRequest({}, { operation: "CreatePipeline", client: "boto3" });
    const { verdicts, findings } = judge([request], environment);
    assert.deepEqual(findings, []);
    const states = [...(verdicts[0]?.values() ?? [])].map(({ state }) => state);
    assert.ok(states.every((state) => state === "not applicable" || state === "passes"));
  });
});

function either(...values: readonly (Json | undefined)[]): Field {
  return { state: "conditional", values, origin: { from: "argument" } };
}

function unknown(): Field {
  return { state: "unknown", why: "network() runs in the notebook", origin: { from: "argument" } };
}

/** Not in the request; the test drops it. */
function missing(): null {
  return null;
}

function goneElsewhere(): string {
  return "arn:aws:kms:us-east-1:444455556666:key/22222222-aaaa-4bbb-8ccc-000000000009";
}

/** The parameters of a job with one of these names, and more. */
function namedEither(...names: readonly string[]): Value {
  const values = names.map((data): Value => ({ kind: "constant", data }));
  return { kind: "dict", entries: new Map([["TrainingJobName", { kind: "either", values }]]), open: true };
}
