import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** How many of each an account has. */
export interface AccountSize {
  readonly vpcs: number;
  readonly subnetsOfEach: number;
  readonly groupsOfEach: number;
  /** The caller may read roles and policies: absent, nothing of IAM, as a typical data scientist. */
  readonly readsPolicies?: boolean;
}

export interface FakeAws {
  readonly endpoint: string;
  /** Calls so far, in the order in which they came, with the bytes of their answers and when they came. */
  readonly calls: { readonly action: string; readonly bytes: number; readonly at: number }[];
  readonly stop: () => Promise<void>;
}

/**
 * Fakes the calls that a check of one job in a VPC makes, of an account of any size: EC2's filters and pages as AWS has
 * them, since moto needs minutes for ten thousand groups.
 *
 * @param delay Milliseconds before each answer.
 */
export async function startFakeAws(size: AccountSize, delay: number): Promise<FakeAws> {
  const calls: FakeAws["calls"] = [];
  const server = createServer((incoming, outgoing) => {
    const parts: Buffer[] = [];
    incoming.on("data", (part: Buffer) => parts.push(part));
    incoming.on("end", () => {
      const at = Date.now();
      const text = Buffer.concat(parts).toString();
      const target = incoming.headers["x-amz-target"];
      const form = new URLSearchParams(text);
      const operation =
        typeof target === "string"
          ? target.slice(target.lastIndexOf(".") + 1)
          : (form.get("Action") ?? "HeadBucket");
      const answer = answerTo(operation, form, text, size);
      setTimeout(() => {
        calls.push({ action: operation, bytes: Buffer.byteLength(answer.body), at });
        outgoing.writeHead(answer.status ?? 200, {
          "content-type": answer.body.startsWith("{") ? "application/x-amz-json-1.1" : "text/xml",
          "x-amz-request-id": "1",
          "x-amz-bucket-region": "us-east-1",
        });
        outgoing.end(incoming.method === "HEAD" ? undefined : answer.body);
      }, delay);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const vpcId = (index: number): string => `vpc-${hex(index)}`;
export const subnetId = (vpc: number, index: number): string => `subnet-${hex(vpc * 1000 + index)}`;
export const groupId = (vpc: number, index: number): string => `sg-${hex(vpc * 1000 + index)}`;
export const keyId = "1f0b7c52-6a3d-4e8f-9b21-5c7d8e9f0a1b";

const hex = (number: number): string => (number + 0x1000).toString(16).padStart(17, "0");
const account = "111122223333";
const role = "training";

interface Answer {
  readonly body: string;
  readonly status?: number;
}

function answerTo(operation: string, form: URLSearchParams, text: string, size: AccountSize): Answer {
  const list = listOf(operation, size);
  if (list !== undefined) return { body: ec2(operation, list.set, page(form, filtered(form, list))) };
  const single = (size.readsPolicies === true ? policies[operation] : undefined) ?? singles[operation];
  return single === undefined ? denied(operation, text) : { body: single(form) };
}

interface List {
  readonly set: string;
  readonly items: readonly { readonly keys: Readonly<Record<string, string>>; readonly xml: string }[];
}

function listOf(operation: string, { vpcs, subnetsOfEach, groupsOfEach }: AccountSize): List | undefined {
  const each = <T>(count: number, make: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, index) => make(index));
  const ofVpcs = (make: (vpc: string, index: number) => List["items"][number]) =>
    each(vpcs, (index) => make(vpcId(index), index));
  const inVpc = (vpc: string) => `<vpcId>${vpc}</vpcId>`;
  switch (operation) {
    case "DescribeVpcs":
      return {
        set: "vpcSet",
        items: ofVpcs((vpc) => ({
          keys: { "vpc-id": vpc },
          xml: `${inVpc(vpc)}<cidrBlock>10.0.0.0/16</cidrBlock><isDefault>false</isDefault><instanceTenancy>default</instanceTenancy><dhcpOptionsId>default</dhcpOptionsId>`,
        })),
      };
    case "DescribeSubnets":
      return {
        set: "subnetSet",
        items: each(vpcs, (vpc) =>
          each(subnetsOfEach, (index) => ({
            keys: { "subnet-id": subnetId(vpc, index), "vpc-id": vpcId(vpc) },
            xml: `<subnetId>${subnetId(vpc, index)}</subnetId>${inVpc(vpcId(vpc))}<availabilityZone>us-east-1a</availabilityZone><availabilityZoneId>use1-az1</availabilityZoneId><availableIpAddressCount>200</availableIpAddressCount><cidrBlock>10.0.${index}.0/24</cidrBlock><ownerId>${account}</ownerId><mapPublicIpOnLaunch>false</mapPublicIpOnLaunch><state>available</state>`,
          })),
        ).flat(),
      };
    case "DescribeSecurityGroups":
      return {
        set: "securityGroupInfo",
        items: each(vpcs, (vpc) =>
          each(groupsOfEach, (index) => ({
            keys: { "group-id": groupId(vpc, index), "vpc-id": vpcId(vpc) },
            xml: `<groupId>${groupId(vpc, index)}</groupId><groupName>g${index}</groupName><groupDescription>g</groupDescription>${inVpc(vpcId(vpc))}<ownerId>${account}</ownerId><ipPermissions/><ipPermissionsEgress><item><ipProtocol>-1</ipProtocol><ipRanges><item><cidrIp>0.0.0.0/0</cidrIp></item></ipRanges></item></ipPermissionsEgress>`,
          })),
        ).flat(),
      };
    case "DescribeRouteTables":
      return {
        set: "routeTableSet",
        items: ofVpcs((vpc, index) => ({
          keys: { "vpc-id": vpc },
          xml: `<routeTableId>rtb-${hex(index)}</routeTableId>${inVpc(vpc)}<associationSet><item><main>true</main></item></associationSet><routeSet><item><destinationCidrBlock>0.0.0.0/0</destinationCidrBlock><natGatewayId>nat-${hex(index)}</natGatewayId><state>active</state></item><item><destinationPrefixListId>pl-1</destinationPrefixListId><gatewayId>vpce-${hex(index)}</gatewayId><state>active</state></item></routeSet>`,
        })),
      };
    case "DescribeVpcEndpoints":
      return {
        set: "vpcEndpointSet",
        items: ofVpcs((vpc, index) => ({
          keys: { "vpc-id": vpc },
          xml: `<vpcEndpointId>vpce-${hex(index)}</vpcEndpointId>${inVpc(vpc)}<serviceName>com.amazonaws.us-east-1.s3</serviceName><vpcEndpointType>Gateway</vpcEndpointType><state>available</state>`,
        })),
      };
    case "DescribeNetworkAcls":
      return {
        set: "networkAclSet",
        items: ofVpcs((vpc, index) => ({
          keys: { "vpc-id": vpc },
          xml: `<networkAclId>acl-${hex(index)}</networkAclId>${inVpc(vpc)}<associationSet>${each(subnetsOfEach, (one) => `<item><subnetId>${subnetId(index, one)}</subnetId></item>`).join("")}</associationSet><entrySet>${["true", "false"].map((egress) => `<item><ruleNumber>100</ruleNumber><protocol>-1</protocol><ruleAction>allow</ruleAction><egress>${egress}</egress><cidrBlock>0.0.0.0/0</cidrBlock></item>`).join("")}</entrySet>`,
        })),
      };
    case "DescribeNatGateways":
      return {
        set: "natGatewaySet",
        items: ofVpcs((vpc, index) => ({
          keys: { "nat-gateway-id": `nat-${hex(index)}` },
          xml: `<natGatewayId>nat-${hex(index)}</natGatewayId>${inVpc(vpc)}<subnetId>${subnetId(index, 0)}</subnetId><state>available</state><connectivityType>public</connectivityType>`,
        })),
      };
    case "DescribePrefixLists":
      return {
        set: "prefixListSet",
        items: [
          {
            keys: { "prefix-list-name": "com.amazonaws.us-east-1.s3" },
            xml: "<prefixListId>pl-1</prefixListId><prefixListName>com.amazonaws.us-east-1.s3</prefixListName><cidrSet><item>52.216.0.0/15</item></cidrSet>",
          },
        ],
      };
    case "DescribeInstanceTypeOfferings":
      return {
        set: "instanceTypeOfferingSet",
        items: [
          {
            keys: { "instance-type": "m5.xlarge" },
            xml: "<instanceType>m5.xlarge</instanceType><location>use1-az1</location><locationType>availability-zone-id</locationType>",
          },
        ],
      };
    case "DescribeInstanceTypes":
      return {
        set: "instanceTypeSet",
        items: [
          {
            keys: { "instance-type": "m5.xlarge" },
            xml: "<instanceType>m5.xlarge</instanceType><instanceStorageSupported>false</instanceStorageSupported><networkInfo><efaSupported>false</efaSupported></networkInfo>",
          },
        ],
      };
    default:
      return undefined;
  }
}

/** By the first filter of the call, as EC2 does. */
function filtered(form: URLSearchParams, { items }: List): List["items"] {
  const name = form.get("Filter.1.Name");
  if (name === null) return items;
  const values = new Set(
    [...form].flatMap(([key, value]) => (key.startsWith("Filter.1.Value.") ? [value] : [])),
  );
  return items.filter(({ keys }) => values.has(keys[name] ?? ""));
}

function page(form: URLSearchParams, items: List["items"]) {
  const [start, count] = [Number(form.get("NextToken") ?? 0), Number(form.get("MaxResults") ?? 1000)];
  const next = start + count < items.length ? String(start + count) : undefined;
  return { items: items.slice(start, start + count), next };
}

function ec2(operation: string, set: string, { items, next }: ReturnType<typeof page>): string {
  const xml = items.map((item) => `<item>${item.xml}</item>`).join("");
  const token = next === undefined ? "" : `<nextToken>${next}</nextToken>`;
  return `<${operation}Response><${set}>${xml}</${set}>${token}</${operation}Response>`;
}

const singles: Readonly<Record<string, (form: URLSearchParams) => string>> = {
  GetCallerIdentity: () =>
    `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:sts::${account}:assumed-role/${role}/ana</Arn><UserId>A</UserId><Account>${account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
  DescribeVpcAttribute: () =>
    `<DescribeVpcAttributeResponse><enableDnsSupport><value>true</value></enableDnsSupport><enableDnsHostnames><value>true</value></enableDnsHostnames></DescribeVpcAttributeResponse>`,
  DescribeKey: () =>
    JSON.stringify({
      KeyMetadata: {
        KeyId: keyId,
        Arn: `arn:aws:kms:us-east-1:${account}:key/${keyId}`,
        AWSAccountId: account,
        Enabled: true,
        KeyState: "Enabled",
        KeySpec: "SYMMETRIC_DEFAULT",
        KeyUsage: "ENCRYPT_DECRYPT",
        KeyManager: "CUSTOMER",
      },
    }),
  ListServiceQuotas: () =>
    JSON.stringify({
      Quotas: [{ QuotaName: "ml.m5.xlarge for training job usage", QuotaCode: "L-1", Value: 20 }],
    }),
  HeadBucket: () => "<ok/>",
};

/** One role for caller and job, with a managed and an inline policy. */
const policies: Readonly<Record<string, (form: URLSearchParams) => string>> = {
  GetRole: (form) =>
    iam(
      "GetRole",
      `<Role><Path>/</Path><RoleName>${form.get("RoleName") ?? ""}</RoleName><Arn>arn:aws:iam::${account}:role/${form.get("RoleName") ?? ""}</Arn><AssumeRolePolicyDocument>${document([{ Effect: "Allow", Principal: { Service: "sagemaker.amazonaws.com" }, Action: "sts:AssumeRole" }])}</AssumeRolePolicyDocument></Role>`,
    ),
  ListRolePolicies: () => iam("ListRolePolicies", "<PolicyNames><member>own</member></PolicyNames>"),
  GetRolePolicy: () =>
    iam(
      "GetRolePolicy",
      `<PolicyName>own</PolicyName><PolicyDocument>${document([{ Effect: "Allow", Action: ["s3:*", "ec2:*", "kms:*"], Resource: "*" }])}</PolicyDocument>`,
    ),
  ListAttachedRolePolicies: () =>
    iam(
      "ListAttachedRolePolicies",
      `<AttachedPolicies><member><PolicyName>jobs</PolicyName><PolicyArn>${managedPolicy}</PolicyArn></member></AttachedPolicies>`,
    ),
  GetPolicy: () =>
    iam(
      "GetPolicy",
      `<Policy><PolicyName>jobs</PolicyName><Arn>${managedPolicy}</Arn><DefaultVersionId>v3</DefaultVersionId></Policy>`,
    ),
  GetPolicyVersion: () =>
    iam(
      "GetPolicyVersion",
      `<PolicyVersion><VersionId>v3</VersionId><Document>${document([{ Effect: "Allow", Action: ["sagemaker:*", "iam:PassRole", "kms:*"], Resource: "*" }])}</Document></PolicyVersion>`,
    ),
  GetKeyPolicy: () =>
    JSON.stringify({
      Policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: {
          Effect: "Allow",
          Principal: { AWS: `arn:aws:iam::${account}:root` },
          Action: "kms:*",
          Resource: "*",
        },
      }),
    }),
};

const managedPolicy = `arn:aws:iam::${account}:policy/jobs`;

const iam = (operation: string, result: string): string =>
  `<${operation}Response><${operation}Result>${result}</${operation}Result></${operation}Response>`;

const document = (statements: readonly object[]): string =>
  encodeURIComponent(JSON.stringify({ Version: "2012-10-17", Statement: statements }));

/** What a caller without more permissions is told: a typical data scientist has none of IAM. */
function denied(operation: string, text: string): Answer {
  return text.startsWith("{")
    ? { status: 400, body: JSON.stringify({ __type: "AccessDeniedException", message: `not ${operation}` }) }
    : {
        status: 403,
        body: `<ErrorResponse><Error><Code>AccessDenied</Code><Message>not ${operation}</Message></Error></ErrorResponse>`,
      };
}
