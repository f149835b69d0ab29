import { ec2Reads } from "./ec2-reads.js";
import { ecrReads } from "./ecr-reads.js";
import { fileSystemReads } from "./file-system-reads.js";
import { iamReads } from "./iam-reads.js";
import { inputOf } from "./id-parts.js";
import { quotaReads } from "./quota-reads.js";
import { lives, type Read } from "./read.js";
import { regionPattern } from "./region-name.js";
import { s3Reads } from "./s3-reads.js";
import { sageMakerReads } from "./sagemaker-reads.js";

const aliasMembers = ["AliasName", "AliasArn", "TargetKeyId"];

const kmsPages = (size: number) => ({ size, sizeParameter: "Limit", from: "NextMarker", to: "Marker" });

const aliases = {
  service: "kms",
  operation: "ListAliases",
  action: "kms:ListAliases",
  items: "Aliases",
  pick: aliasMembers,
  absent: [],
  pages: kmsPages(100),
  life: lives.fewMinutes,
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
    life: lives.fewMinutes,
  },
  ...ec2Reads,
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
    life: lives.fewMinutes,
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
    life: lives.quarterHour,
  },
  { kind: "aliases", ...aliases, ask: { by: "list" } },
  ...s3Reads,
  ...quotaReads,
  ...fileSystemReads,
  ...ecrReads,
  ...iamReads,
  ...sageMakerReads,
];

/** What both readers execute, and what they refuse before any call: a region becomes part of a host name. */
export const readsTable = {
  regionPattern,
  /** KMS takes up to 2,048 characters for a key; a simulated request with all that its conditions need is longer. */
  maxIdLength: 16_384,
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

/** Whether the id is one that the row takes. */
export function takesId(read: Read, id: string): boolean {
  if (id.length > readsTable.maxIdLength || asksWithId(read) === (id === "")) return false;
  const { ask } = read;
  return ask.by !== "parameters" || inputOf(ask, id) !== undefined;
}
