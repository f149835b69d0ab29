import assert from "node:assert/strict";
import * as inventory from "../../../core/src/account/inventory.js";
import {
  rankNetworks,
  rankSecurityGroups,
  type NetworkLists,
} from "../../../core/src/fixes/rank-networks.js";
import { accountFacts, region, type AccountContents } from "../../support/account-facts.js";

const group = (VpcId: string) => ({ GroupId: `sg-${VpcId}`, VpcId });
const routes = (VpcId: string, target?: Readonly<Record<string, string>>) => ({
  RouteTableId: `rtb-${VpcId}`,
  VpcId,
  Associations: [{ Main: true }],
  Routes: target === undefined ? [] : [{ DestinationCidrBlock: "0.0.0.0/0", State: "active", ...target }],
});
const nat = { NatGatewayId: "nat-1" };
const subnet = (SubnetId: string, VpcId: string, more: Readonly<Record<string, unknown>> = {}) => ({
  SubnetId,
  VpcId,
  ...more,
});

/** What is in the account; the networks in order, each "vpc: subnets". */
const cases: Readonly<Record<string, { account: AccountContents; networks: readonly string[] }>> = {
  "a way to S3 goes before zones": {
    account: {
      Subnets: [
        subnet("s1", "two-zones"),
        subnet("s2", "two-zones", { AvailabilityZone: "us-east-1b" }),
        subnet("s3", "nat"),
      ],
      SecurityGroups: [group("two-zones"), group("nat")],
      RouteTables: [routes("two-zones"), routes("nat", nat)],
    },
    networks: ["nat: s3 (S3)", "two-zones: s1, s2"],
  },
  "the default VPC goes last of equals, more zones and more addresses first": {
    account: {
      Vpcs: [{ VpcId: "default", IsDefault: true }],
      Subnets: [
        subnet("s1", "default"),
        subnet("s2", "default", { AvailabilityZone: "us-east-1b" }),
        subnet("s3", "few", { AvailableIpAddressCount: 10 }),
        subnet("s4", "many", { AvailableIpAddressCount: 900 }),
      ],
      SecurityGroups: [group("default"), group("few"), group("many")],
      RouteTables: [routes("default", nat), routes("few", nat), routes("many", nat)],
    },
    networks: ["many: s4 (S3)", "few: s3 (S3)", "default: s1, s2 (S3)"],
  },
  "a public subnet is no choice, nor is one without addresses or not available": {
    account: {
      Subnets: [
        subnet("s1", "public"),
        subnet("s2", "full", { AvailableIpAddressCount: 1 }),
        subnet("s3", "full", { State: "pending" }),
      ],
      SecurityGroups: [group("public"), group("full")],
      RouteTables: [routes("public", { GatewayId: "igw-1" }), routes("full", nat)],
    },
    networks: [],
  },
  "a black hole leads nowhere": {
    account: {
      Subnets: [subnet("s1", "v")],
      SecurityGroups: [group("v")],
      RouteTables: [routes("v", { ...nat, State: "blackhole" })],
    },
    networks: ["v: s1"],
  },
  "where some subnets reach S3, only those": {
    account: {
      Subnets: [subnet("s1", "v"), subnet("s2", "v", { AvailabilityZone: "us-east-1b" })],
      SecurityGroups: [group("v")],
      RouteTables: [
        routes("v"),
        { RouteTableId: "rtb-2", VpcId: "v", Associations: [{ Main: false, SubnetId: "s2" }] },
      ],
      VpcEndpoints: [
        {
          VpcEndpointId: "vpce-1",
          VpcId: "v",
          ServiceName: "com.amazonaws.us-east-1.s3",
          RouteTableIds: ["rtb-2"],
        },
        {
          VpcEndpointId: "vpce-2",
          VpcId: "v",
          ServiceName: "com.amazonaws.us-east-1.dynamodb",
          RouteTableIds: ["rtb-v"],
        },
      ],
    },
    networks: ["v: s2 (S3)"],
  },
  "of one zone, the subnet with the most free addresses": {
    account: {
      Subnets: [subnet("s1", "v", { AvailableIpAddressCount: 5 }), subnet("s2", "v")],
      SecurityGroups: [group("v")],
      RouteTables: [routes("v", nat)],
    },
    networks: ["v: s2 (S3)"],
  },
  "a group that lets nothing out reaches no S3": {
    account: {
      Subnets: [subnet("s1", "v")],
      SecurityGroups: [{ ...group("v"), IpPermissionsEgress: [] }],
      RouteTables: [routes("v", nat)],
    },
    networks: ["v: s1"],
  },
};

describe("fixes/rank-networks", () => {
  it("offers the VPC that the notebook itself is in before others that do as well", () => {
    const lists = listsOf({
      Subnets: [
        subnet("s1", "many", { AvailableIpAddressCount: 900 }),
        subnet("s2", "own"),
        subnet("s3", "mute"),
      ],
      SecurityGroups: [group("many"), group("own"), group("mute")],
      RouteTables: [routes("many", nat), routes("own", nat), routes("mute")],
    });
    const ranked = (subnetIds: readonly string[]) =>
      rankNetworks({ ...lists, place: { what: "Studio domain d-1", subnetIds, groupIds: [] } }).map(
        ({ vpcId, placeOf = "" }) => `${vpcId} ${placeOf}`.trim(),
      );
    assert.deepEqual(ranked(["s2"]), ["own Studio domain d-1", "many", "mute"]);
    // A way to S3 is worth more
    assert.deepEqual(ranked(["s3"]), ["many", "own", "mute Studio domain d-1"]);
  });

  it("offers the VPC that a bucket of the request lets in before others", () => {
    const lists = listsOf({
      Subnets: [
        subnet("s1", "many", { AvailableIpAddressCount: 900 }),
        subnet("s2", "closed"),
        subnet("s3", "named"),
      ],
      SecurityGroups: [group("many"), group("closed"), group("named")],
      RouteTables: [routes("many", nat), routes("closed"), routes("named", nat)],
    });
    const ranked = rankNetworks({
      ...lists,
      allowed: new Map([["s3", "statement InVpc of policy p"]]),
      bucketsOfVpcs: new Map([["closed", "ml-data"]]),
    });
    assert.deepEqual(
      ranked.map(({ vpcId, letInBy = "" }) => `${vpcId} ${letInBy}`.trim()),
      ["named", "closed ml-data", "many"],
    );
  });

  for (const [name, { account, networks }] of Object.entries(cases)) {
    it(name, () => {
      assert.deepEqual(
        rankNetworks(listsOf(account)).map(
          ({ vpcId, subnets, reachesS3 }) =>
            `${vpcId}: ${subnets.map(({ subnetId }) => subnetId).join(", ")}${reachesS3 ? " (S3)" : ""}`,
        ),
        networks,
      );
    });
  }

  it("takes public addresses for a sign where the route tables cannot be read", () => {
    const { subnets, securityGroups } = listsOf({
      Subnets: [
        subnet("s1", "v"),
        subnet("s2", "v", { AvailabilityZone: "us-east-1b", MapPublicIpOnLaunch: true }),
      ],
      SecurityGroups: [group("v")],
    });
    const [network] = rankNetworks({ subnets, securityGroups });
    assert.deepEqual(
      network?.subnets.map(({ subnetId }) => subnetId),
      ["s1"],
    );
    assert.equal(network.reachesS3, false);
  });

  it("orders the groups of a VPC", () => {
    const self = (GroupId: string) => [{ IpProtocol: "-1", IpRanges: [], UserIdGroupPairs: [{ GroupId }] }];
    const { securityGroups } = listsOf({
      SecurityGroups: [
        { GroupId: "sg-1", GroupName: "default", VpcId: "v", IpPermissions: self("sg-1") },
        { GroupId: "sg-2", GroupName: "eks-nodes", VpcId: "v", IpPermissions: self("sg-2") },
        { GroupId: "sg-3", GroupName: "plain", VpcId: "v" },
        { GroupId: "sg-4", GroupName: "ml-jobs", VpcId: "v" },
        { GroupId: "sg-5", GroupName: "workers", VpcId: "v", IpPermissions: self("sg-5") },
        { GroupId: "sg-6", GroupName: "sagemaker", VpcId: "v", IpPermissions: self("sg-6") },
        { GroupId: "sg-7", GroupName: "sagemaker", VpcId: "other", IpPermissions: self("sg-7") },
      ],
    });
    assert.deepEqual(
      rankSecurityGroups(securityGroups, "v").map(({ groupName }) => groupName),
      ["sagemaker", "workers", "ml-jobs", "plain", "eks-nodes", "default"],
    );
  });
});

function listsOf(account: AccountContents): NetworkLists {
  const facts = accountFacts(account);
  return {
    subnets: valueOf(inventory.subnets(facts, region)),
    securityGroups: valueOf(inventory.securityGroups(facts, region)),
    routeTables: valueOf(inventory.routeTables(facts, region)),
    vpcs: valueOf(inventory.vpcs(facts, region)),
    vpcEndpoints: valueOf(inventory.vpcEndpoints(facts, region)),
  };
}

function valueOf<T>(answer: inventory.Answer<T> | undefined): T {
  assert.ok(answer?.state === "present", JSON.stringify(answer));
  return answer.value;
}
