import assert from "node:assert/strict";
import type { IpPermission, Route, RouteTable, SecurityGroup } from "../../../core/src/account/resources.js";
import { groupWithEntries, tableWithEntries } from "../../../core/src/network/prefix-lists.js";

const lists: Readonly<Record<string, readonly string[]>> = {
  "pl-corp": ["10.0.0.0/8", "2001:db8::/32"],
  "pl-mine": ["10.0.0.0/8", "192.168.0.0/16"],
  "pl-none": [],
};
const entriesOf = (id: string) => lists[id];

describe("network/prefix-lists", () => {
  const rule = (...prefixListIds: readonly string[]): IpPermission => ({
    ipProtocol: "-1",
    cidrs: ["172.16.0.0/12"],
    ipv6Cidrs: [],
    prefixListIds,
    groupIds: [],
  });
  const group = (...prefixListIds: readonly string[]): SecurityGroup => ({
    groupId: "sg-1",
    groupName: "jobs",
    vpcId: "vpc-1",
    ingress: [],
    egress: [rule(...prefixListIds)],
    tags: {},
  });
  const table = (...routes: readonly Pick<Route, "destination" | "target">[]): RouteTable => ({
    routeTableId: "rtb-1",
    vpcId: "vpc-1",
    main: true,
    subnetIds: [],
    routes: routes.map((one) => ({ state: "active", propagated: false, ...one })),
  });
  const routesIn = (of: RouteTable) =>
    tableWithEntries(of, entriesOf).routes.map(({ destination, target }) => `${destination} ${target}`);

  it("puts the addresses of a list in its place, and keeps lists that were not read", () => {
    const [egress] = groupWithEntries(group("pl-corp", "pl-other"), entriesOf).egress;
    assert.deepEqual(egress, {
      ...rule("pl-other"),
      listsRead: ["pl-corp"],
      cidrs: ["172.16.0.0/12", "10.0.0.0/8"],
      ipv6Cidrs: ["2001:db8::/32"],
    });
    assert.deepEqual(groupWithEntries(group("pl-none"), entriesOf).egress, [
      { ...rule(), listsRead: ["pl-none"] },
    ]);
    const same = group("pl-other");
    assert.equal(groupWithEntries(same, entriesOf), same);
  });

  it("makes a route of each address", () => {
    assert.deepEqual(routesIn(table({ destination: "pl-corp", target: "tgw-1" })), [
      "10.0.0.0/8 tgw-1",
      "2001:db8::/32 tgw-1",
    ]);
  });

  it("keeps lists that have an address in common, of which AWS takes one at random", () => {
    const both = [
      { destination: "pl-corp", target: "tgw-1" },
      { destination: "pl-mine", target: "nat-1" },
    ];
    assert.deepEqual(routesIn(table(...both)), ["pl-corp tgw-1", "pl-mine nat-1"]);
    const alike = both.map((one) => ({ ...one, target: "tgw-1" }));
    assert.equal(routesIn(table(...alike)).length, 4);
  });
});
