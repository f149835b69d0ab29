import assert from "node:assert/strict";
import {
  CreateSecurityGroupCommand,
  CreateSubnetCommand,
  CreateVpcCommand,
  CreateVpcEndpointCommand,
  EC2Client,
  ModifyVpcAttributeCommand,
} from "@aws-sdk/client-ec2";
import { CreateFileSystemCommand, CreateMountTargetCommand, EFSClient } from "@aws-sdk/client-efs";
import { CreateFileSystemCommand as CreateFsxFileSystemCommand, FSxClient } from "@aws-sdk/client-fsx";
import {
  CreateBucketCommand,
  PutBucketEncryptionCommand,
  PutBucketPolicyCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { CreateModelCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";
import type { QuestionKind } from "../../../core/src/account/question.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { checkOverTheWire, type ReaderName } from "../../support/check-over-the-wire.js";
import { fileSystemPrelude } from "../../support/file-system-prelude.js";
import { startSampleAccount, type SampleAccount } from "../../support/sample-account.js";

const ofResources =
  /^(?:bucket|model|endpoint-policy|output-encryption|quota|file-system|flow-logs|vpc-dns)-/;
const kinds: ReadonlySet<QuestionKind> = new Set([
  "bucket",
  "bucketPolicy",
  "bucketEncryption",
  "model",
  "quota",
  "defaultQuota",
  "mountTargets",
  "mountTargetGroups",
  "fsxFileSystem",
  "networkInterface",
  "flowLogs",
  "vpcDnsSupport",
  "vpcDnsHostnames",
]);

/** What jobs rest on besides their network and keys, judged on the answers of an account over the wire. */
describe("Buckets, quotas and file systems of the sample account", function () {
  this.timeout(180_000); // Python and moto start slowly on a busy machine
  let sample: SampleAccount;
  let efs: Readonly<Record<"inVpc" | "elsewhere" | "closed", string>>;
  let fsx: string;
  let nameless: string;
  let namelessGroup: string;

  before(async () => {
    sample = await startSampleAccount();
    const client = {
      region: sample.region,
      endpoint: sample.endpoint,
      credentials: { accessKeyId: "sample", secretAccessKey: "sample" },
    };
    const s3 = new S3Client(client);
    await s3.send(new CreateBucketCommand({ Bucket: "ml-data" }));
    await new S3Client({ ...client, region: "eu-central-1" }).send(
      new CreateBucketCommand({
        Bucket: "ml-data-frankfurt",
        CreateBucketConfiguration: { LocationConstraint: "eu-central-1" },
      }),
    );
    for (const [Bucket, endpoint] of [
      ["ml-closed", idOf("vpcEndpoint.ml-prod-s3")],
      ["ml-closed-to-all", "vpce-00000000000000000"],
    ] as const) {
      await s3.send(new CreateBucketCommand({ Bucket }));
      const Statement = {
        Sid: "OnlyFromThere",
        Effect: "Deny",
        Principal: "*",
        Action: ["s3:GetObject", "s3:PutObject", "s3:ListBucket"],
        Resource: [`arn:aws:s3:::${Bucket}`, `arn:aws:s3:::${Bucket}/*`],
        Condition: { StringNotEquals: { "aws:sourceVpce": endpoint } },
      };
      const Policy = JSON.stringify({ Version: "2012-10-17", Statement });
      await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
    }
    await s3.send(new CreateBucketCommand({ Bucket: "ml-keyed" }));
    const key = `arn:aws:kms:${sample.region}:${sample.account}:key/${idOf("key.output")}`;
    const Statement = {
      Sid: "OurKey",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:PutObject",
      Resource: "arn:aws:s3:::ml-keyed/*",
      Condition: { StringNotEquals: { "s3:x-amz-server-side-encryption-aws-kms-key-id": key } },
    };
    const Policy = JSON.stringify({ Version: "2012-10-17", Statement });
    await s3.send(new PutBucketPolicyCommand({ Bucket: "ml-keyed", Policy }));
    await s3.send(new CreateBucketCommand({ Bucket: "ml-analytics" }));
    for (const [Bucket, name] of [
      ["ml-own-key", "output"],
      ["ml-disabled-key", "disabled"],
    ] as const) {
      await s3.send(new CreateBucketCommand({ Bucket }));
      const byDefault = { SSEAlgorithm: "aws:kms", KMSMasterKeyID: idOf(`key.${name}`) } as const;
      const Rules = [{ ApplyServerSideEncryptionByDefault: byDefault }];
      await s3.send(new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration: { Rules } }));
    }
    const models = new SageMakerClient(client);
    const ExecutionRoleArn = `arn:aws:iam::${sample.account}:role/ml/SageMakerTraining`;
    const network = {
      Subnets: [idOf("subnet.ml-prod-private-a")],
      SecurityGroupIds: [idOf("securityGroup.sagemaker-training")],
    };
    for (const [ModelName, VpcConfig] of [["churn", network], ["open"]] as const) {
      await models.send(
        new CreateModelCommand({
          ModelName,
          ExecutionRoleArn,
          PrimaryContainer: { Image: "111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1" },
          ...(VpcConfig ? { VpcConfig } : {}),
        }),
      );
    }
    const ec2 = new EC2Client(client);
    const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: "10.60.0.0/16" }));
    const VpcId = Vpc?.VpcId ?? assert.fail();
    await ec2.send(new ModifyVpcAttributeCommand({ VpcId, EnableDnsSupport: { Value: false } }));
    const { Subnet } = await ec2.send(new CreateSubnetCommand({ VpcId, CidrBlock: "10.60.0.0/24" }));
    nameless = Subnet?.SubnetId ?? assert.fail();
    const group = { VpcId, GroupName: "nameless", Description: "Jobs that find no names" };
    namelessGroup = (await ec2.send(new CreateSecurityGroupCommand(group))).GroupId ?? assert.fail();
    await ec2.send(
      new CreateVpcEndpointCommand({
        VpcId: idOf("vpc.analytics"),
        ServiceName: `com.amazonaws.${sample.region}.s3`,
        VpcEndpointType: "Gateway",
        RouteTableIds: [idOf("routeTable.analytics-private")],
        PolicyDocument: JSON.stringify({
          Version: "2012-10-17",
          Statement: {
            Effect: "Allow",
            Principal: "*",
            Action: "s3:*",
            Resource: ["arn:aws:s3:::ml-analytics", "arn:aws:s3:::ml-analytics/*"],
          },
        }),
      }),
    );
    const files = new EFSClient(client);
    const mounted = async (subnet: string, group: string): Promise<string> => {
      const { FileSystemId } = await files.send(
        new CreateFileSystemCommand({ CreationToken: subnet + group }),
      );
      await files.send(
        new CreateMountTargetCommand({
          FileSystemId,
          SubnetId: idOf(`subnet.${subnet}`),
          SecurityGroups: [idOf(`securityGroup.${group}`)],
        }),
      );
      return FileSystemId ?? assert.fail();
    };
    efs = {
      inVpc: await mounted("ml-prod-private-a", "sagemaker-training"),
      closed: await mounted("ml-prod-private-a", "notebooks"),
      elsewhere: await mounted("analytics-private-a", "analytics-only"),
    };
    const { FileSystem } = await new FSxClient(client).send(
      new CreateFsxFileSystemCommand({
        FileSystemType: "LUSTRE",
        StorageCapacity: 1200,
        SubnetIds: [idOf("subnet.ml-prod-private-a")],
        SecurityGroupIds: [idOf("securityGroup.sagemaker-training")],
      }),
    );
    fsx = FileSystem?.FileSystemId ?? assert.fail();
  });
  after(() => sample.stop());

  const idOf = (name: string): string => sample.ids[name] ?? assert.fail(`there is no ${name}`);

  /** Each a cell of one notebook, with the rules that have something to say of it. */
  const cells = (): readonly (readonly [what: string, code: string, rules: readonly string[]])[] => {
    const job = (...members: readonly string[]) => `sm.create_training_job(**{**job, ${members.join(", ")}})`;
    const to = (bucket: string) => `"OutputDataConfig": {"S3OutputPath": "s3://${bucket}/out"}`;
    const inVpc = (name: string) =>
      `**vpc("${idOf(`subnet.${name}-private-a`)}", group="${idOf("securityGroup.sagemaker-training")}")`;
    const from = (type: string, id: string) => `"InputDataConfig": [channel("${type}", "${id}")]`;
    const on = (count: number, type: string) =>
      `"ResourceConfig": {"InstanceType": "${type}", "InstanceCount": ${count}, "VolumeSizeInGB": 30}`;
    const output = (key: string) =>
      `"OutputDataConfig": {"S3OutputPath": "s3://ml-keyed/out", "KmsKeyId": "${key}"}`;
    const closed = "bucket-policy-denies";
    const transform = (model: string) =>
      `sm.create_transform_job(TransformJobName="t", ModelName="${model}", TransformInput={"DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": "s3://ml-data/in"}}}, TransformOutput={"S3OutputPath": "s3://ml-data/out", "KmsKeyId": "${idOf("key.output")}"}, TransformResources={"InstanceType": "ml.m5.large", "InstanceCount": 1})`;
    return [
      ["a bucket that is there", job(to("ml-data")), []],
      ["a bucket of another region", job(to("ml-data-frankfurt")), ["bucket-in-other-region"]],
      ["no such bucket", job(to("ml-dta")), ["bucket-not-found"]],
      ["a bucket closed to all but the job's endpoint", job(to("ml-closed"), inVpc("ml-prod")), []],
      ["a bucket closed to the job's endpoint", job(to("ml-closed-to-all"), inVpc("ml-prod")), [closed]],
      ["a closed bucket, and no VPC", job(to("ml-closed")), [closed]],
      [
        "an endpoint that leaves the bucket out",
        job(to("ml-data"), inVpc("analytics")),
        ["endpoint-policy-denies", "flow-logs-missing"],
      ],
      [
        "an endpoint that names the bucket, without flow logs",
        job(to("ml-analytics"), inVpc("analytics")),
        ["flow-logs-missing"],
      ],
      ["the key that the bucket asks for", job(output(idOf("key.output"))), []],
      [
        "another key than the bucket asks for",
        job(output(idOf("key.training"))),
        ["output-encryption-refused"],
      ],
      ["a bucket with a key of its own", job(to("ml-own-key")), []],
      ["a bucket whose key is disabled", job(to("ml-disabled-key")), ["bucket-key-not-usable"]],
      ["a model that is there", transform("churn"), []],
      ["a model without a VPC", transform("open"), ["model-outside-vpc"]],
      ["no such model", transform("chrun"), ["model-not-found"]],
      ["as many instances as the account's quota", job(on(20, "ml.m5.xlarge")), []],
      ["more than the account's quota", job(on(21, "ml.m5.xlarge")), ["quota-exceeded"]],
      ["more than AWS's default quota", job(on(1, "ml.p3.2xlarge")), ["quota-exceeded"]],
      ["an EFS file system", job(from("EFS", efs.inVpc), inVpc("ml-prod")), []],
      [
        "one behind a closed port",
        job(from("EFS", efs.closed), inVpc("ml-prod")),
        ["file-system-port-closed"],
      ],
      ["one of another VPC", job(from("EFS", efs.elsewhere), inVpc("ml-prod")), ["file-system-out-of-reach"]],
      ["none", job(from("EFS", "fs-0123456789abcdef0"), inVpc("ml-prod")), ["file-system-not-found"]],
      ["one without a VPC", job(from("EFS", efs.inVpc)), ["file-system-without-vpc"]],
      ["an FSx file system", job(from("FSxLustre", fsx), inVpc("ml-prod")), []],
      [
        "no FSx file system",
        job(from("FSxLustre", "fs-0123456789abcdef0"), inVpc("ml-prod")),
        ["file-system-not-found"],
      ],
      [
        "a VPC that resolves no names",
        job(to("ml-analytics"), `**vpc("${nameless}", group="${namelessGroup}")`),
        ["flow-logs-missing", "vpc-dns-off"],
      ],
    ];
  };

  for (const reader of ["Node", "Python"] as const) {
    it(`judges each job by what its account says (${reader})`, async () => {
      const policy = { network: { flowLogs: "required" } } as const;
      const jobs = cells();
      const code = [fileSystemPrelude, ...jobs.map(([, text]) => text)];
      const { report, rounds } = await checkOverTheWire(code, sample, reader, { policy });
      assert.deepEqual(
        report.gaps.filter(({ action }) => !/^(?:iam|organizations):/.test(action)),
        [],
      );
      const told = jobs.map(([what], index) => {
        const own = report.findings.filter(({ span }) => span.cell === index + 1);
        const rules = own.map(({ rule }) => rule).filter((rule) => ofResources.test(rule));
        return [what, [...new Set(rules)].sort()];
      });
      assert.deepEqual(
        told,
        jobs.map(([what, , rules]) => [what, [...rules]]),
      );
      const late = rounds.slice(4).flatMap((round) => round.filter(({ kind }) => kinds.has(kind)));
      assert.deepEqual(late, [], "asked after four rounds");
    });
  }

  for (const reader of ["Node", "Python"] as const) {
    it(`tells where the account has no quota for any type that the team approves (${reader})`, async () => {
      const code = `${boto3Prelude}\nsm.create_training_job(**job, ResourceConfig={**resources, "InstanceType": "ml.p3.2xlarge"})`;
      const told = async (...types: readonly string[]) => {
        const policy = { instances: { types } };
        const { report } = await checkOverTheWire([code], sample, reader, { policy });
        return report.findings.flatMap(({ rule }) => (rule === "approved-types-without-quota" ? [rule] : []));
      };
      assert.deepEqual(await told("ml.p3.2xlarge"), ["approved-types-without-quota"]);
      assert.deepEqual(await told("ml.p3.2xlarge", "ml.m5.xlarge"), []);
    });
  }

  it("tells of a bucket that may not be seen only that it cannot tell", async () => {
    const denied = await startSampleAccount({ deny: ["s3"] });
    const code = `${boto3Prelude}\nsm.create_training_job(**job)`;
    try {
      for (const reader of ["Node", "Python"] satisfies ReaderName[]) {
        const { report } = await checkOverTheWire([code], denied, reader);
        assert.deepEqual(
          report.gaps.flatMap(({ action, why }) => (action.startsWith("s3:") ? [`${action} ${why}`] : [])),
          ["s3:ListBucket denied", "s3:GetBucketPolicy denied", "s3:GetEncryptionConfiguration denied"],
        );
        const verdict = report.verdicts[0]?.get("bucket-not-found");
        assert.deepEqual(verdict, {
          state: "cannot tell",
          for: ["s3:ListBucket: denied"],
          isUnanswered: true,
        });
      }
    } finally {
      await denied.stop();
    }
  });
});
