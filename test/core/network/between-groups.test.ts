import assert from "node:assert/strict";
import type { IpPermission, SecurityGroup } from "../../../core/src/account/resources.js";
import { betweenGroups } from "../../../core/src/network/between-groups.js";
import { blockOf } from "../../../core/src/network/cidr.js";

const nfs = { protocol: "tcp", port: 2049 } as const;
const rule = (more: Partial<IpPermission>): IpPermission => ({
  ipProtocol: "tcp",
  fromPort: 2049,
  toPort: 2049,
  cidrs: [],
  ipv6Cidrs: [],
  prefixListIds: [],
  groupIds: [],
  ...more,
});
const group = (groupId: string, ingress: IpPermission[], egress: IpPermission[]): SecurityGroup => ({
  groupId,
  groupName: groupId,
  vpcId: "vpc-a",
  ingress,
  egress,
  tags: {},
});
const anywhere = rule({ ipProtocol: "-1", cidrs: ["0.0.0.0/0"] });
const from = [blockOf("10.0.1.0/24") ?? assert.fail(), blockOf("10.0.2.0/24") ?? assert.fail()];
const address = blockOf("10.0.9.7/32")?.first;

/** @param to `null`: the address is not known. */
const passage = (
  egress: IpPermission[],
  ingress: IpPermission[],
  to: number | null | undefined = address,
  sources = from,
) =>
  betweenGroups(
    [group("sg-job", [], egress)],
    [group("sg-files", ingress, [])],
    nfs,
    sources,
    to ?? undefined,
  );

describe("betweenGroups", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["the job's group is named", "passes", passage([anywhere], [rule({ groupIds: ["sg-job"] })])],
    ["all of its subnets are", "passes", passage([anywhere], [rule({ cidrs: ["10.0.0.0/16"] })])],
    ["one of its subnets is", "cannot tell", passage([anywhere], [rule({ cidrs: ["10.0.1.0/24"] })])],
    ["other addresses are", "stopped", passage([anywhere], [rule({ cidrs: ["10.0.7.0/24"] })])],
    [
      "another port is open",
      "stopped",
      passage([anywhere], [rule({ fromPort: 443, toPort: 443, groupIds: ["sg-job"] })]),
    ],
    ["nothing is let in", "stopped", passage([anywhere], [])],
    ["a customer's list is named", "cannot tell", passage([anywhere], [rule({ prefixListIds: ["pl-1"] })])],
    ["nothing is let out", "stopped", passage([], [anywhere])],
    [
      "the file system's group is named on the way out",
      "passes",
      passage([rule({ groupIds: ["sg-files"] })], [anywhere]),
    ],
    ["its address is", "passes", passage([rule({ cidrs: ["10.0.9.0/24"] })], [anywhere])],
    ["another address is", "stopped", passage([rule({ cidrs: ["10.0.8.0/24"] })], [anywhere])],
    ["it may be its address", "cannot tell", passage([rule({ cidrs: ["10.0.9.0/24"] })], [anywhere], null)],
  ];
  for (const [name, expected, actual] of cases) {
    it(`${expected}: ${name}`, () => {
      assert.equal(actual, expected);
    });
  }

  it("cannot tell which addresses let in are the job's when its subnets are not known", () => {
    assert.equal(passage([anywhere], [rule({ cidrs: ["10.0.7.0/24"] })], address, []), "cannot tell");
  });
});
