import assert from "node:assert/strict";
import { check } from "../../../core/src/check.js";
import { accountFacts, environmentOf, type AccountContents } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";

/**
 * The subnet of another account's VPC, as RAM shares it, and everything about it that AWS need not show whom it is
 * shared with: here nothing of it is shown.
 */
const shared: AccountContents = {
  Subnets: [{ SubnetId: "subnet-ram", VpcId: "vpc-ram", OwnerId: "444455556666" }],
  SecurityGroups: [
    { GroupId: "sg-own", VpcId: "vpc-ram" },
    { GroupId: "sg-narrow", VpcId: "vpc-ram", IpPermissionsEgress: [] },
  ],
  Vpcs: [{ VpcId: "vpc-ram", OwnerId: "444455556666", DhcpOptionsId: "dopt-ram" }],
  NetworkAcls: [
    { NetworkAclId: "acl-ram", VpcId: "vpc-ram", Associations: [{ SubnetId: "subnet-ram" }], Entries: [] },
  ],
};

describe("A subnet that another account shares", () => {
  const facts = new Map(accountFacts(shared, ["sg-of-the-owner"]));
  for (const [key, fact] of facts)
    if (key.startsWith("dhcpOptions") || key.startsWith("vpc us-east-1"))
      facts.set(key, { state: "absent", read: fact.read });
  facts.set("dhcpOptions us-east-1 dopt-ram", {
    state: "absent",
    read: [...facts.values()][0]?.read ?? assert.fail(),
  });

  const judge = (group: string) => {
    const code = `est = Estimator(**job, **keys, subnets=["subnet-ram"], security_group_ids=["${group}"])`;
    const cells = [estimatorPrelude, code].map((text) => ({
      kind: "code" as const,
      language: "python",
      text,
    }));
    return check({ uri: "test.ipynb", cells }, environmentOf(facts));
  };

  it("gives no finding for what its owner need not show", () => {
    for (const group of ["sg-own", "sg-narrow", "sg-of-the-owner"]) {
      const { findings } = judge(group);
      assert.deepEqual(
        findings.map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
    }
  });

  it("makes each rule of the network that rests on it say that it cannot tell", () => {
    const verdicts = judge("sg-narrow").verdicts[0];
    const rules = [
      "subnet-without-way-to-s3",
      "security-groups-block-s3",
      "network-acl-blocks-s3",
      "vpc-tenancy-dedicated",
    ];
    for (const rule of rules) assert.equal(verdicts?.get(rule)?.state, "cannot tell", rule);
    assert.equal(judge("sg-of-the-owner").verdicts[0]?.get("security-group-not-found")?.state, "cannot tell");
  });
});
