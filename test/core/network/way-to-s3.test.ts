import assert from "node:assert/strict";
import type {
  NatGateway,
  NetworkAcl,
  NetworkAclEntry,
  Route,
  RouteTable,
  SecurityGroup,
  Subnet,
  VpcEndpoint,
} from "../../../core/src/account/resources.js";
import { blockOf, standIns, type Block } from "../../../core/src/network/cidr.js";
import { divisionsOfFilters, throughAcl, throughGroups } from "../../../core/src/network/filter.js";
import { groupWithEntries, tableWithEntries } from "../../../core/src/network/prefix-lists.js";
import { wayToS3 } from "../../../core/src/network/way-to-s3.js";
import { randomFrom } from "../../support/random.js";

/** A VPC in which everything is small enough for a packet to be walked to each address of S3. */
interface World {
  readonly subnet: Subnet;
  readonly tables: readonly RouteTable[];
  /** The gateway of S3 first. */
  readonly endpoints: readonly VpcEndpoint[];
  readonly natGateways: ReadonlyMap<string, NatGateway>;
  readonly acl: NetworkAcl;
  readonly groups: readonly SecurityGroup[];
}

const s3 = { prefixListId: "pl-s3", blocks: ["52.0.0.0/29", "3.5.0.8/30"].map(blockIn) };
/** Lists that the company manages, of which one is not read. */
const lists: Readonly<Record<string, readonly string[]>> = {
  "pl-corp": ["10.0.0.0/8", "52.0.0.2/31"],
  "pl-part": ["3.5.0.8/31", "2001:db8::/32", "52.0.0.6/32"],
};
const entriesOf = (id: string) => lists[id];
const rounds = Number(process.env.NETWORKS ?? 3000);
const firstSeed = Number(process.env.NETWORK_SEED ?? 0);

describe("the network model", () => {
  it(`agrees with packets that are walked hop by hop, in ${rounds} random VPCs`, () => {
    const seen = new Map<string, number>();
    for (let round = 0; round < rounds; round += 1) {
      const world = worldOf(randomFrom(firstSeed + round));
      const walked = walkAll(world);
      const way = wayToS3(
        world.subnet,
        {
          routeTables: world.tables.map((table) => tableWithEntries(table, entriesOf)),
          endpoints: world.endpoints,
          natGateway: (id) => world.natGateways.get(id),
          isShared: false,
        },
        s3,
      );
      const told = way.way === "endpoint" || way.way === "NAT gateway" ? "arrives" : way.way;
      assert.equal(told, walked, `round ${round}: ${JSON.stringify(way)}`);
      seen.set(told, (seen.get(told) ?? 0) + 1);

      const { acl } = world;
      const groups = world.groups.map((group) => groupWithEntries(group, entriesOf));
      for (const address of standIns(s3.blocks, divisionsOfFilters([acl], groups))) {
        assert.equal(
          throughGroups(groups, { protocol: "tcp", port: 443 }, address, s3) === "passes",
          naiveGroups(world.groups, address),
          `round ${round}`,
        );
        assert.equal(
          throughAcl(acl, { protocol: "tcp", port: 443 }, address, "out") === "passes",
          naiveAcl(acl, address),
          `round ${round}`,
        );
      }
    }
    for (const outcome of ["arrives", "none", "not followed"])
      assert.ok((seen.get(outcome) ?? 0) > rounds / 50, `hardly ever: ${outcome}`);
  });

  it("judges the stand-ins of some blocks as it would judge each address", () => {
    for (let round = 0; round < rounds / 10; round += 1) {
      const random = randomFrom(round);
      const blocks = [`10.0.0.${random.below(64)}/27`, "10.0.0.128/29"].map(blockIn);
      const divisions = Array.from({ length: 3 }, () =>
        blockIn(`10.0.0.${random.below(256)}/${24 + random.below(9)}`),
      );
      const decide = (address: number) =>
        divisions.map(({ first, last }) => (first <= address && address <= last ? "1" : "0")).join("");
      const all = new Set(blocks.flatMap(addressesOf).map(decide));
      assert.deepEqual(new Set(standIns(blocks, divisions).map(decide)), all);
    }
  });
});

/** The outcome for every address; the worst that is certain of none comes first, as the model tells it. */
function walkAll(world: World): string {
  const table = naiveTable(world.subnet.subnetId, world.tables);
  if (table === undefined) return "not followed";
  const outcomes = new Set(s3.blocks.flatMap(addressesOf).map((address) => walk(address, table, world)));
  const outcome = ["not followed", "none", "arrives"].find((one) => outcomes.has(one)) ?? "";
  return outcome === "none" && mayBeElsewhere(table, world) ? "not followed" : outcome;
}

/** By names of S3 that lead to an endpoint in this VPC, or in one that some route leads to; or over IPv6. */
function mayBeElsewhere({ routes }: RouteTable, { endpoints }: World): boolean {
  for (const { target, destination, state } of routes) {
    if (state === "blackhole") continue;
    if (target === "tgw-1" || target === "pcx-1") return true;
    if (destination === "::/0" || lists[destination]?.some((cidr) => cidr.includes(":"))) return true;
  }
  return endpoints.length > 1;
}

function walk(address: number, table: RouteTable, world: World, nat?: NatGateway): string {
  const route = naiveRoute(address, table);
  if (route === undefined) return "none";
  if (route.state === "blackhole") return "none";
  if (world.endpoints.some(({ vpcEndpointId }) => vpcEndpointId === route.target)) return "arrives";
  if (route.target.startsWith("igw-")) return nat?.connectivityType === "public" ? "arrives" : "none";
  if (!route.target.startsWith("nat-") || nat !== undefined) return "not followed";
  const gateway = world.natGateways.get(route.target);
  if (gateway?.state !== "available") return "none";
  const next = naiveTable(gateway.subnetId, world.tables);
  return next === undefined ? "not followed" : walk(address, next, world, gateway);
}

function naiveTable(subnetId: string, tables: readonly RouteTable[]): RouteTable | undefined {
  for (const table of tables) if (table.subnetIds.includes(subnetId)) return table;
  for (const table of tables) if (table.main) return table;
  return undefined;
}

/** Bit by bit: the longest prefix that the address has in common with a destination. */
function naiveRoute(address: number, { routes }: RouteTable): Route | undefined {
  for (let bits = 32; bits >= 0; bits -= 1) {
    for (const kind of ["block", "list"]) {
      for (const route of routes) {
        if (route.destination.includes(":")) continue;
        const isList = route.destination.startsWith("pl-");
        if (isList !== (kind === "list")) continue;
        const cidrs = isList ? naiveEntries(route.destination) : [route.destination];
        if (cidrs.some((cidr) => Number(cidr.split("/")[1]) === bits && sharesPrefix(cidr, address, bits)))
          return route;
      }
    }
  }
  return undefined;
}

function naiveEntries(list: string): readonly string[] {
  const entries = list === "pl-s3" ? ["52.0.0.0/29", "3.5.0.8/30"] : (lists[list] ?? []);
  return entries.filter((cidr) => !cidr.includes(":"));
}

function sharesPrefix(cidr: string, address: number, bits: number): boolean {
  const text = (octets: readonly number[]) =>
    octets
      .map((octet) => octet.toString(2).padStart(8, "0"))
      .join("")
      .slice(0, bits);
  const own = cidr.split("/")[0]?.split(".").map(Number) ?? [];
  const its = [address >>> 24, (address >>> 16) & 255, (address >>> 8) & 255, address & 255];
  return text(own) === text(its);
}

function naiveGroups(groups: readonly SecurityGroup[], address: number): boolean {
  for (const { egress } of groups) {
    for (const { ipProtocol, fromPort = 0, toPort = 65_535, cidrs, prefixListIds } of egress) {
      if (ipProtocol !== "-1" && !(ipProtocol === "tcp" && fromPort <= 443 && toPort >= 443)) continue;
      const all = [...cidrs, ...prefixListIds.flatMap(naiveEntries)];
      if (all.some((cidr) => sharesPrefix(cidr, address, Number(cidr.split("/")[1])))) return true;
    }
  }
  return false;
}

function naiveAcl({ entries }: NetworkAcl, address: number): boolean {
  for (let number = 1; number <= 200; number += 1) {
    for (const { ruleNumber, egress, protocol, cidr = "", fromPort = 0, toPort = 65_535, allow } of entries) {
      if (ruleNumber !== number || !egress) continue;
      if (protocol !== "-1" && !(protocol === "6" && fromPort <= 443 && toPort >= 443)) continue;
      if (sharesPrefix(cidr, address, Number(cidr.split("/")[1]))) return allow;
    }
  }
  return false;
}

function worldOf(random: ReturnType<typeof randomFrom>): World {
  const { below, pick, chance } = random;
  const targets = ["igw-1", "nat-1", "nat-2", "vpce-s3", "vpce-s3", "tgw-1", "local"];
  const elsewhere = [
    { destination: "10.9.0.0/16", target: "pcx-1", state: "active", propagated: false },
    { destination: "::/0", target: "eigw-1", state: "active", propagated: false },
    { destination: "pl-dynamodb", target: "vpce-s3", state: "active", propagated: false },
  ];
  const destinations = [
    "0.0.0.0/0",
    "0.0.0.0/0",
    "pl-s3",
    "pl-s3",
    "pl-corp",
    "pl-part",
    "52.0.0.0/30",
    "3.5.0.0/16",
    "52.0.0.4/31",
  ];
  const table = (name: string, main: boolean, subnetIds: readonly string[]): RouteTable => ({
    routeTableId: `rtb-${name}`,
    vpcId: "vpc-1",
    main,
    subnetIds,
    routes: [
      ...uniqueBy(
        Array.from({ length: below(4) }, () => ({
          destination: pick(destinations),
          target: pick(targets),
          state: chance(0.1) ? "blackhole" : "active",
          propagated: false,
        })),
        ({ destination }) => destination,
      ).filter(({ destination, target }) => target !== "vpce-s3" || destination === "pl-s3"),
      ...(chance(0.2) ? [pick(elsewhere)] : []),
    ],
  });
  const nat = (name: string): NatGateway => ({
    natGatewayId: name,
    vpcId: "vpc-1",
    subnetId: pick(["subnet-2", "subnet-3"]),
    state: chance(0.85) ? "available" : "deleted",
    connectivityType: chance(0.85) ? "public" : "private",
  });
  const entry = (): NetworkAclEntry => ({
    ruleNumber: 1 + below(100),
    egress: true,
    allow: chance(0.6),
    protocol: pick(["-1", "6", "17"]),
    cidr: pick(["0.0.0.0/0", "52.0.0.0/30", "3.5.0.8/31", "10.0.0.0/8"]),
    ...(chance(0.5) ? {} : { fromPort: pick([0, 443]), toPort: pick([80, 443, 65_535]) }),
  });
  const group = (groupId: string): SecurityGroup => ({
    groupId,
    groupName: groupId,
    vpcId: "vpc-1",
    ingress: [],
    egress: Array.from({ length: below(3) }, () => ({
      ipProtocol: pick(["-1", "tcp", "udp"]),
      ...(chance(0.5) ? {} : { fromPort: pick([0, 443]), toPort: pick([443, 65_535]) }),
      cidrs: chance(0.6) ? [pick(["0.0.0.0/0", "52.0.0.0/31", "10.0.0.0/8"])] : [],
      ipv6Cidrs: [],
      prefixListIds: chance(0.4) ? [pick(["pl-s3", "pl-corp", "pl-part"])] : [],
      groupIds: [],
    })),
    tags: {},
  });
  return {
    subnet: {
      subnetId: "subnet-1",
      vpcId: "vpc-1",
      availabilityZone: "us-east-1a",
      availableIpAddressCount: 9,
      mapPublicIpOnLaunch: false,
      state: "available",
      tags: {},
    },
    tables: [
      ...(chance(0.7) ? [table("1", false, ["subnet-1"])] : []),
      ...(chance(0.7) ? [table("2", false, ["subnet-2"])] : []),
      ...(chance(0.9) ? [table("main", true, [])] : []),
    ],
    endpoints: [
      {
        vpcEndpointId: "vpce-s3",
        vpcId: "vpc-1",
        serviceName: "com.amazonaws.us-east-1.s3",
        vpcEndpointType: "Gateway",
        state: "available",
        routeTableIds: [],
        subnetIds: [],
        groupIds: [],
        privateDnsEnabled: false,
      },
      ...(chance(0.05) ? [unnamed] : []),
    ],
    natGateways: new Map([nat("nat-1"), nat("nat-2")].map((one) => [one.natGatewayId, one])),
    acl: {
      networkAclId: "acl-1",
      vpcId: "vpc-1",
      subnetIds: ["subnet-1"],
      entries: uniqueBy(Array.from({ length: below(5) }, entry), ({ ruleNumber }) => ruleNumber),
    },
    groups: [group("sg-1"), group("sg-2")],
  };
}

/** Of S3, without private names. */
const unnamed: VpcEndpoint = {
  vpcEndpointId: "vpce-unnamed",
  vpcId: "vpc-1",
  serviceName: "com.amazonaws.us-east-1.s3",
  vpcEndpointType: "Interface",
  state: "available",
  routeTableIds: [],
  subnetIds: [],
  groupIds: [],
  privateDnsEnabled: false,
};

function uniqueBy<T>(list: readonly T[], by: (one: T) => unknown): readonly T[] {
  return [...new Map(list.map((one) => [by(one), one])).values()];
}

function addressesOf({ first, last }: Block): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function blockIn(cidr: string): Block {
  const block = blockOf(cidr);
  assert.ok(block, cidr);
  return block;
}
