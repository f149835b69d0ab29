import assert from "node:assert/strict";
import { questionKey } from "../../../core/src/account/question.js";
import type { Edit } from "../../../core/src/notebook/span.js";
import { resolveFixes, type WriteFields } from "../../../core/src/fixes/resolve-fixes.js";
import type { Json, JobRequest } from "../../../core/src/requests/request.js";
import { judge } from "../../../core/src/rules/judge.js";
import {
  accountFacts,
  environmentOf,
  keyArn,
  region,
  type AccountContents,
} from "../../support/account-facts.js";
import { buildRequest } from "../../support/build-request.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const subnets = "VpcConfig.Subnets";
const groups = "VpcConfig.SecurityGroupIds";
const volumeKey = "ResourceConfig.VolumeKmsKeyId";
const outputKey = "OutputDataConfig.KmsKeyId";
const goodKey = "11111111-aaaa-4bbb-8ccc-000000000001";
const keys = { [volumeKey]: goodKey, [outputKey]: goodKey };
const inMlProd = "ml-prod (vpc-a): 2 private subnets in us-east-1a, us-east-1b, group training";

/** Instead of Python: what would be set, so that the choice is tested without the dialects. */
const write: WriteFields = (_request, changes) =>
  changes.map(({ path, value }): Edit => ({
    span: { cell: 0, from: 0, to: 0 },
    text: `${path}=${JSON.stringify(value)}`,
  }));

interface Case {
  readonly fields: Readonly<Record<string, Json>>;
  readonly request?: Partial<JobRequest>;
  readonly account?: AccountContents;
  readonly absent?: readonly string[];
  readonly rule: string;
  /** Title, safety, edits; in order. */
  readonly fixes: readonly (readonly [string, "safe" | "unsafe", ...string[]])[];
}

const networkEdits = [`${subnets}=["subnet-a1","subnet-a2"]`, `${groups}=["sg-train"]`];

const cases: Readonly<Record<string, Case>> = {
  "no VPC: each VPC with private subnets where the job would run; vpc-b has no way to S3": {
    fields: keys,
    rule: "vpc-config-missing",
    fixes: [[`Run in ${inMlProd}`, "safe", ...networkEdits]],
  },
  "no VPC and no keys: one more that mends all": {
    fields: { "ResourceConfig.InstanceType": "ml.m5.large" },
    account: { ...twoVpcs, Subnets: twoVpcs.Subnets?.filter(({ VpcId }) => VpcId === "vpc-a") ?? [] },
    rule: "vpc-config-missing",
    fixes: [
      [`Run in ${inMlProd}`, "safe", ...networkEdits],
      [
        `Mend all of this call: run in ${inMlProd}; encrypt with alias/ml-volume`,
        "unsafe",
        ...networkEdits,
        `${volumeKey}="${keyArn(goodKey)}"`,
        `${outputKey}="${keyArn(goodKey)}"`,
      ],
    ],
  },
  "only subnets: groups of their VPC, the self-referencing first, the default one last": {
    fields: { ...keys, [subnets]: ["subnet-a1"] },
    request: { halfVpc: "SDK raises" },
    rule: "vpc-config-incomplete",
    fixes: [
      ["Add security group training (sg-train), in the subnets' VPC", "safe", `${groups}=["sg-train"]`],
      ["Add security group orders-db (sg-db), in the subnets' VPC", "unsafe", `${groups}=["sg-db"]`],
      [
        "Add security group default (sg-default-a), in the subnets' VPC",
        "unsafe",
        `${groups}=["sg-default-a"]`,
      ],
    ],
  },
  "only groups: private subnets of their VPC": {
    fields: { ...keys, [groups]: ["sg-train"] },
    request: { halfVpc: "SDK raises" },
    rule: "vpc-config-incomplete",
    fixes: [
      [
        "Add 2 private subnets in us-east-1a, us-east-1b of the security groups' VPC",
        "safe",
        `${subnets}=["subnet-a1","subnet-a2"]`,
      ],
    ],
  },
  "a group of another VPC: groups of the subnets' VPC": {
    fields: { ...keys, [subnets]: ["subnet-a1"], [groups]: ["sg-b"] },
    rule: "security-group-in-other-vpc",
    fixes: [
      ["Use sg-train (training, vpc-a)", "unsafe", `${groups}=["sg-train"]`],
      ["Use sg-db (orders-db, vpc-a)", "unsafe", `${groups}=["sg-db"]`],
      ["Use sg-default-a (default, vpc-a)", "unsafe", `${groups}=["sg-default-a"]`],
    ],
  },
  "an unknown subnet that is no slip of another VPC's: those of the other ids' VPC alone": {
    fields: { ...keys, [subnets]: ["subnet-a1", "subnet-0123456789"], [groups]: ["sg-train"] },
    absent: ["subnet-0123456789"],
    rule: "subnet-not-found",
    fixes: [
      ["Use subnet-a2 (us-east-1b, vpc-a, private)", "unsafe", `${subnets}=["subnet-a1","subnet-a2"]`],
      ["Use subnet-pub (us-east-1c, vpc-a, public)", "unsafe", `${subnets}=["subnet-a1","subnet-pub"]`],
    ],
  },
  "an unknown subnet: the nearest, those of the other ids' VPC first": {
    fields: { ...keys, [subnets]: ["subnet-a1", "subnet-a3"], [groups]: ["sg-train"] },
    absent: ["subnet-a3"],
    rule: "subnet-not-found",
    fixes: [
      ["Use subnet-a2 (us-east-1b, vpc-a, private)", "unsafe", `${subnets}=["subnet-a1","subnet-a2"]`],
      ["Use subnet-pub (us-east-1c, vpc-a, public)", "unsafe", `${subnets}=["subnet-a1","subnet-pub"]`],
      ["Use subnet-b (us-east-1a, vpc-b, private)", "unsafe", `${subnets}=["subnet-a1","subnet-b"]`],
    ],
  },
  "subnets of two VPCs: keep those where the groups are": {
    fields: { ...keys, [subnets]: ["subnet-b", "subnet-a1", "subnet-a2"], [groups]: ["sg-train"] },
    rule: "subnets-in-different-vpcs",
    fixes: [["Keep only the subnets in vpc-a", "unsafe", `${subnets}=["subnet-a1","subnet-a2"]`]],
  },
  "subnets of two VPCs, with a group that is not in the account: keep those of one": {
    fields: { ...keys, [subnets]: ["subnet-b", "subnet-a1", "subnet-a2"], [groups]: ["sg-gone"] },
    rule: "subnets-in-different-vpcs",
    fixes: [
      ["Keep only the subnets in vpc-a", "unsafe", `${subnets}=["subnet-a1","subnet-a2"]`],
      ["Keep only the subnets in vpc-b", "unsafe", `${subnets}=["subnet-b"]`],
    ],
  },
  "a disabled key: the usable ones": {
    fields: {
      ...keys,
      [subnets]: ["subnet-a1"],
      [groups]: ["sg-train"],
      [volumeKey]: "11111111-aaaa-4bbb-8ccc-000000000003",
    },
    rule: "kms-key-not-usable",
    fixes: [["Encrypt the volume with alias/ml-volume", "unsafe", `${volumeKey}="${keyArn(goodKey)}"`]],
  },
  "no output key: each usable customer key": {
    fields: { [subnets]: ["subnet-a1"], [groups]: ["sg-train"], [volumeKey]: goodKey },
    account: {
      ...twoVpcs,
      Keys: [...(twoVpcs.Keys ?? []), { KeyId: "22222222-aaaa-4bbb-8ccc-000000000008" }],
    },
    rule: "output-key-missing",
    fixes: [
      ["Encrypt the output with alias/ml-volume", "unsafe", `${outputKey}="${keyArn(goodKey)}"`],
      [
        "Encrypt the output with 22222222-aaaa-4bbb-8ccc-000000000008",
        "unsafe",
        `${outputKey}="${keyArn("22222222-aaaa-4bbb-8ccc-000000000008")}"`,
      ],
    ],
  },
  "placeholders: a network in their place": {
    fields: { ...keys, [subnets]: ["<subnet>"], [groups]: ["sg-train"] },
    rule: "placeholder-id",
    fixes: [
      [
        "Add 2 private subnets in us-east-1a, us-east-1b of the security groups' VPC",
        "unsafe",
        `${subnets}=["subnet-a1","subnet-a2"]`,
      ],
    ],
  },
  "a half that is known only in part: no VPC can be told": {
    fields: { ...keys, [subnets]: ["subnet-elsewhere"] },
    absent: ["subnet-elsewhere"],
    request: { halfVpc: "SDK raises" },
    rule: "vpc-config-incomplete",
    fixes: [],
  },
};

describe("fixes/resolve-fixes", () => {
  for (const [name, { fields, request, account = twoVpcs, absent = [], rule, fixes }] of Object.entries(
    cases,
  )) {
    it(name, () => {
      const job = buildRequest(fields, request);
      const environment = environmentOf(accountFacts(account, absent));
      const finding = judge([job], environment).findings.find((one) => one.rule === rule);
      assert.ok(finding, `${rule} has no finding`);
      const resolved = resolveFixes(finding.proposals, job, environment, write);
      assert.deepEqual(
        resolved.fixes.map(({ title, safety, edits }) => [title, safety, ...edits.map(({ text }) => text)]),
        fixes,
      );
      assert.deepEqual(resolved.asks, []);
    });
  }

  const missing = () => judge([buildRequest(keys)], environmentOf(new Map())).findings[0]?.proposals ?? [];

  it("asks for the lists only here, never in a check", () => {
    const environment = environmentOf(new Map());
    const { fixes, asks } = resolveFixes(missing(), buildRequest(keys), environment, write);
    assert.deepEqual(fixes, []);
    assert.deepEqual(
      asks.map(({ kind }) => kind),
      ["subnets", "securityGroups", "routeTables", "vpcs", "vpcEndpoints"],
    );
  });

  it("asks nothing offline", () => {
    const { asks } = resolveFixes(missing(), buildRequest(keys), environmentOf(new Map(), false), write);
    assert.deepEqual(asks, []);
  });

  it("asks about each key once the keys are listed, but not about those of AWS", () => {
    const facts = new Map(
      accountFacts({
        Keys: [{ KeyId: goodKey }, { KeyId: "k-aws" }],
        Aliases: [{ AliasName: "alias/aws/s3", TargetKeyId: "k-aws" }],
      }),
    );
    facts.delete(questionKey({ kind: "key", id: goodKey, region }));
    const proposals = [{ propose: "key", paths: [outputKey], safety: "unsafe" }] as const;
    const { asks } = resolveFixes(proposals, buildRequest({}), environmentOf(facts), write);
    assert.deepEqual(asks, [{ kind: "key", id: goodKey, region }]);
  });

  it("offers the best of hundreds of keys, and not all", () => {
    const many = Array.from({ length: 150 }, (_, index) => String(index).padStart(3, "0"));
    const facts = accountFacts({
      Keys: many.map((KeyId) => ({ KeyId })),
      Aliases: many.map((id) => ({ AliasName: `alias/${id === "149" ? "output" : id}`, TargetKeyId: id })),
    });
    const proposals = [{ propose: "key", paths: [outputKey], safety: "unsafe" }] as const;
    const { fixes } = resolveFixes(proposals, buildRequest({}), environmentOf(facts), write);
    assert.equal(fixes.length, 8);
    assert.equal(fixes[0]?.title, "Encrypt the output with alias/output");
  });

  it("offers nothing that cannot be written, or that changes nothing", () => {
    const environment = environmentOf(accountFacts(twoVpcs));
    for (const nothing of [undefined, []]) {
      assert.deepEqual(resolveFixes(missing(), buildRequest(keys), environment, () => nothing).fixes, []);
    }
  });
});
