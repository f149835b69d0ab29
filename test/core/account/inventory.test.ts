import assert from "node:assert/strict";
import type { Fact } from "../../../core/src/account/fact.js";
import * as inventory from "../../../core/src/account/inventory.js";
import { questionKey, type QuestionKind } from "../../../core/src/account/question.js";

const region = "us-east-1";
const read = { call: "ec2:DescribeSubnets", account: "111122223333", region, readAt: 0 };
const facts = (kind: QuestionKind, id: string, value: unknown): ReadonlyMap<string, Fact> =>
  new Map([[questionKey({ kind, id, region }), { state: "present", value, read }]]);

const subnet = {
  SubnetId: "subnet-1",
  VpcId: "vpc-1",
  AvailabilityZone: "us-east-1a",
  AvailableIpAddressCount: 9,
  State: "available",
};

describe("The inventory", () => {
  it("gives a subnet in our names", () => {
    const answer = inventory.subnet(facts("subnet", "subnet-1", subnet), "subnet-1", region);
    assert.deepEqual(answer?.state === "present" && answer.value, {
      subnetId: "subnet-1",
      vpcId: "vpc-1",
      availabilityZone: "us-east-1a",
      availableIpAddressCount: 9,
      mapPublicIpOnLaunch: false,
      state: "available",
      tags: {},
    });
  });

  it("does not know what nobody asked, in this region", () => {
    assert.equal(inventory.subnet(facts("subnet", "subnet-1", subnet), "subnet-2", region), undefined);
    assert.equal(inventory.subnet(facts("subnet", "subnet-1", subnet), "subnet-1", "eu-west-1"), undefined);
    assert.equal(inventory.subnets(new Map(), region), undefined);
  });

  const garbage: Readonly<Record<string, unknown>> = {
    null: null,
    "a text": "subnet-1",
    "a list": [],
    "no VPC": { ...subnet, VpcId: undefined },
    "a VPC that is no text": { ...subnet, VpcId: 7 },
    "tags that are no list": { ...subnet, Tags: "Name" },
    "a tag that is no object": { ...subnet, Tags: [null] },
  };
  for (const [name, value] of Object.entries(garbage)) {
    it(`counts ${name} as unreadable, one by one and in a list`, () => {
      const alone = inventory.subnet(facts("subnet", "subnet-1", value), "subnet-1", region);
      const listed = inventory.subnets(facts("subnets", "", [subnet, value]), region);
      for (const answer of [alone, listed]) {
        assert.ok(answer?.state === "unreadable");
        assert.deepEqual([answer.why, answer.action], ["failed", "ec2:DescribeSubnets"]);
        assert.match(answer.detail, /not as expected/);
      }
    });
  }

  it("counts a list that is none as unreadable", () => {
    for (const value of [null, {}, "x", 1]) {
      assert.equal(inventory.vpcs(facts("vpcs", "", value), region)?.state, "unreadable");
    }
  });

  it("knows an AWS managed key by its alias, with and without a key behind it", () => {
    const alias = { AliasName: "alias/aws/s3", AliasArn: "arn:aws:kms:us-east-1:111122223333:alias/aws/s3" };
    const reserved = inventory.key(facts("key", "alias/aws/s3", alias), "alias/aws/s3", region);
    assert.ok(reserved?.state === "present");
    assert.deepEqual([reserved.value.keyManager, reserved.value.keyState], ["AWS", undefined]);
    const made = facts("key", "alias/aws/s3", { ...alias, TargetKeyId: "k" });
    const used = inventory.key(made, "alias/aws/s3", region);
    assert.ok(used?.state === "present");
    assert.deepEqual(
      [used.value.keyId, used.value.keyState, used.value.accountId],
      ["k", "Enabled", "111122223333"],
    );
  });
});
