import type { QuestionKind } from "./question.js";

export type Service = "ec2" | "kms" | "sts";

/**
 * How one kind of question is answered: one read-only AWS call, as data, so that the Node reader (`core/aws`), the
 * Python reader (`jupyterlab-ext/sagemaker_preflight`) and the IAM policy of the docs say the same. Both readers
 * execute this table and nothing else; it is written to `sagemaker_preflight/reads.json` by
 * `core/scripts/reads-table.ts`.
 */
export interface Read {
  readonly kind: QuestionKind;
  /** A regular expression: this row answers only ids that contain it. The first row that fits a question answers it. */
  readonly onlyIds?: string;
  readonly service: Service;
  readonly operation: string;
  /** The IAM action to ask for; absent where AWS asks for none (`sts:GetCallerIdentity`). */
  readonly action: string;
  readonly ask: Ask;
  /** The response member that holds the items; empty: the response itself is the only item. */
  readonly items: string;
  /** The members kept of an item; members without a value and empty lists are left out. */
  readonly pick: readonly string[];
  /** Error codes by which AWS says that the id does not exist; every other error is `unreadable`. */
  readonly absent: readonly string[];
  /** How further pages are asked for; absent: there is one page. */
  readonly pages?: {
    readonly size: number;
    readonly sizeParameter: string;
    readonly from: string;
    readonly to: string;
  };
  /** Seconds for which an answer is taken as current. */
  readonly life: number;
}

/** How the ids of the questions go into the request, and how the items are given back to the questions. */
export type Ask =
  /** The whole region; the answer is the list of items (or, with `items: ""`, the response). */
  | { readonly by: "list" }
  /**
   * Up to `batch` ids in one EC2 filter, so that an id that does not exist does not fail the others. `answer: "one"`:
   * the item whose `member` is the id, `absent` without one; `"every"`: the list of them, which may be empty.
   */
  | {
      readonly by: "filter";
      readonly filter: string;
      readonly batch: number;
      readonly member: string;
      readonly answer: "one" | "every";
    }
  /** One call for each id. */
  | { readonly by: "parameter"; readonly parameter: string }
  /** The whole region is listed, once for all questions; the item that has the id in one of the `members`. */
  | { readonly by: "search"; readonly members: readonly string[] };

const minutes = 60;
const hours = 60 * minutes;

/** EC2 takes 200 values in one filter. */
const filterBatch = 200;

const subnetMembers = [
  "SubnetId",
  "VpcId",
  "AvailabilityZone",
  "AvailabilityZoneId",
  "AvailableIpAddressCount",
  "CidrBlock",
  "OwnerId",
  "MapPublicIpOnLaunch",
  "State",
  "Tags",
];
const securityGroupMembers = [
  "GroupId",
  "GroupName",
  "Description",
  "VpcId",
  "OwnerId",
  "IpPermissions",
  "IpPermissionsEgress",
  "Tags",
];
const aliasMembers = ["AliasName", "AliasArn", "TargetKeyId"];

const ec2Pages = (size: number) => ({
  size,
  sizeParameter: "MaxResults",
  from: "NextToken",
  to: "NextToken",
});
const kmsPages = (size: number) => ({ size, sizeParameter: "Limit", from: "NextMarker", to: "Marker" });

const subnets = {
  service: "ec2",
  operation: "DescribeSubnets",
  action: "ec2:DescribeSubnets",
  items: "Subnets",
  pick: subnetMembers,
  absent: [],
  pages: ec2Pages(1000),
  life: 5 * minutes, // free addresses come and go
} as const;

const securityGroups = {
  service: "ec2",
  operation: "DescribeSecurityGroups",
  action: "ec2:DescribeSecurityGroups",
  items: "SecurityGroups",
  pick: securityGroupMembers,
  absent: [],
  pages: ec2Pages(1000),
  life: 5 * minutes,
} as const;

const aliases = {
  service: "kms",
  operation: "ListAliases",
  action: "kms:ListAliases",
  items: "Aliases",
  pick: aliasMembers,
  absent: [],
  pages: kmsPages(100),
  life: 5 * minutes,
} as const;

export const reads: readonly Read[] = [
  {
    kind: "identity",
    service: "sts",
    operation: "GetCallerIdentity",
    action: "sts:GetCallerIdentity",
    ask: { by: "list" },
    items: "",
    pick: ["Account", "Arn"],
    absent: [],
    life: 5 * minutes,
  },
  {
    kind: "subnet",
    ...subnets,
    ask: { by: "filter", filter: "subnet-id", batch: filterBatch, member: "SubnetId", answer: "one" },
  },
  {
    kind: "securityGroup",
    ...securityGroups,
    ask: { by: "filter", filter: "group-id", batch: filterBatch, member: "GroupId", answer: "one" },
  },
  {
    kind: "securityGroupVpcs",
    service: "ec2",
    operation: "DescribeSecurityGroupVpcAssociations",
    action: "ec2:DescribeSecurityGroupVpcAssociations",
    ask: { by: "filter", filter: "group-id", batch: filterBatch, member: "GroupId", answer: "every" },
    items: "SecurityGroupVpcAssociations",
    pick: ["GroupId", "VpcId", "State"],
    absent: [],
    pages: ec2Pages(1000),
    life: 5 * minutes,
  },
  {
    // DescribeKey on a predefined alias of AWS would create the key (API_DescribeKey): those are looked up in the list.
    kind: "key",
    onlyIds: "(^|:)alias/aws/",
    ...aliases,
    ask: { by: "search", members: ["AliasName", "AliasArn"] },
  },
  {
    kind: "key",
    service: "kms",
    operation: "DescribeKey",
    action: "kms:DescribeKey",
    ask: { by: "parameter", parameter: "KeyId" },
    items: "KeyMetadata",
    pick: [
      "KeyId",
      "Arn",
      "AWSAccountId",
      "Enabled",
      "KeyState",
      "KeySpec",
      "KeyUsage",
      "KeyManager",
      "MultiRegion",
      "MultiRegionConfiguration",
      "Origin",
      "DeletionDate",
      "Description",
    ],
    absent: ["NotFoundException"],
    life: 5 * minutes,
  },
  { kind: "subnets", ...subnets, ask: { by: "list" } },
  { kind: "securityGroups", ...securityGroups, ask: { by: "list" } },
  {
    kind: "routeTables",
    service: "ec2",
    operation: "DescribeRouteTables",
    action: "ec2:DescribeRouteTables",
    ask: { by: "list" },
    items: "RouteTables",
    pick: ["RouteTableId", "VpcId", "Associations", "Routes"],
    absent: [],
    pages: ec2Pages(100),
    life: 15 * minutes,
  },
  {
    kind: "vpcs",
    service: "ec2",
    operation: "DescribeVpcs",
    action: "ec2:DescribeVpcs",
    ask: { by: "list" },
    items: "Vpcs",
    pick: ["VpcId", "IsDefault", "CidrBlock", "OwnerId", "Tags"],
    absent: [],
    pages: ec2Pages(1000),
    life: hours,
  },
  {
    kind: "vpcEndpoints",
    service: "ec2",
    operation: "DescribeVpcEndpoints",
    action: "ec2:DescribeVpcEndpoints",
    ask: { by: "list" },
    items: "VpcEndpoints",
    pick: [
      "VpcEndpointId",
      "VpcId",
      "ServiceName",
      "VpcEndpointType",
      "State",
      "RouteTableIds",
      "SubnetIds",
      "Groups",
      "PrivateDnsEnabled",
    ],
    absent: [],
    pages: ec2Pages(1000),
    life: 15 * minutes,
  },
  {
    kind: "keys",
    service: "kms",
    operation: "ListKeys",
    action: "kms:ListKeys",
    ask: { by: "list" },
    items: "Keys",
    pick: ["KeyId", "KeyArn"],
    absent: [],
    pages: kmsPages(1000),
    life: 15 * minutes,
  },
  { kind: "aliases", ...aliases, ask: { by: "list" } },
];

/** What both readers execute, and what they refuse before any call: a region becomes part of a host name. */
export const readsTable = {
  regionPattern: "^[a-z]{2,5}(-[a-z]{2,12}){1,3}-[0-9]{1,2}$",
  /** The longest id that KMS takes. */
  maxIdLength: 2048,
  /** At most so many questions at a time. */
  maxQuestions: 2000,
  reads,
};

/** The row that answers a question. `undefined`: not a question of this table. */
export function readFor({ kind, id }: { readonly kind: string; readonly id: string }): Read | undefined {
  return reads.find(
    (read) => read.kind === kind && (read.onlyIds === undefined || new RegExp(read.onlyIds).test(id)),
  );
}

export const asksWithId = (read: Read): boolean => read.ask.by !== "list";
