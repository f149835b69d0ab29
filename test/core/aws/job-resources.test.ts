import assert from "node:assert/strict";
import { CreateVpcEndpointCommand, EC2Client } from "@aws-sdk/client-ec2";
import { CreateFileSystemCommand, CreateMountTargetCommand, EFSClient } from "@aws-sdk/client-efs";
import { CreateFileSystemCommand as CreateFsxFileSystemCommand, FSxClient } from "@aws-sdk/client-fsx";
import { CreateBucketCommand, PutBucketPolicyCommand, S3Client } from "@aws-sdk/client-s3";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { checkOverTheWire, type ReaderName } from "../../support/check-over-the-wire.js";
import { fileSystemPrelude } from "../../support/file-system-prelude.js";
import { startSampleAccount, type SampleAccount } from "../../support/sample-account.js";

/** What jobs rest on besides their network and keys, judged on the answers of an account over the wire. */
describe("Buckets, quotas and file systems of the sample account", function () {
  this.timeout(60_000); // Python and moto start slowly on a busy machine
  let sample: SampleAccount;
  let efs: Readonly<Record<"inVpc" | "elsewhere" | "closed", string>>;
  let fsx: string;

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
    await s3.send(new CreateBucketCommand({ Bucket: "ml-analytics" }));
    await new EC2Client(client).send(
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

  for (const reader of ["Node", "Python"] as const) {
    const findings = async (code: string, prelude = boto3Prelude): Promise<readonly string[]> => {
      const { report, rounds } = await checkOverTheWire(`${prelude}\n${code}`, sample, reader);
      assert.deepEqual(report.gaps, []);
      assert.ok(rounds <= 4, `${rounds} rounds`);
      return report.findings.flatMap(({ rule, severity, message }) =>
        /^(?:bucket|endpoint-policy|quota|file-system)-/.test(rule)
          ? [`${severity} ${rule}: ${message}`]
          : [],
      );
    };
    const network = (name: string): string =>
      `vpc("${idOf(`subnet.${name}-private-a`)}", group="${idOf("securityGroup.sagemaker-training")}")`;

    it(`tells the bucket that is elsewhere and the one that is nowhere (${reader})`, async () => {
      const to = (bucket: string) =>
        `sm.create_training_job(**{**job, "OutputDataConfig": {"S3OutputPath": "s3://${bucket}/out"}})`;
      assert.deepEqual(await findings(to("ml-data")), []);
      assert.deepEqual(await findings(to("ml-data-frankfurt")), [
        "error bucket-in-other-region: The bucket ml-data-frankfurt is in eu-central-1, but the job runs in us-east-1",
      ]);
      assert.deepEqual(await findings(to("ml-dta")), [
        "warning bucket-not-found: There is no bucket ml-dta: the job can write nothing there unless somebody makes it first",
      ]);
    });

    it(`tells what is above the quota, the account's own or AWS's default (${reader})`, async () => {
      const of = (count: number, type: string) =>
        `sm.create_training_job(**job, ResourceConfig={"InstanceType": "${type}", "InstanceCount": ${count}, "VolumeSizeInGB": 30})`;
      assert.deepEqual(await findings(of(20, "ml.m5.xlarge")), []);
      assert.deepEqual(await findings(of(21, "ml.m5.xlarge")), [
        'error quota-exceeded: 21 × ml.m5.xlarge, but the account\'s quota "ml.m5.xlarge for training job usage" is 20: AWS answers ResourceLimitExceeded',
      ]);
      assert.deepEqual(await findings(of(1, "ml.p3.2xlarge")), [
        'error quota-exceeded: 1 × ml.p3.2xlarge, but the account\'s quota "ml.p3.2xlarge for training job usage" is 0: AWS answers ResourceLimitExceeded',
      ]);
    });

    it(`tells the bucket that lets in only who comes by another endpoint (${reader})`, async () => {
      const to = (bucket: string, name?: string) =>
        `sm.create_training_job(**{**job, "OutputDataConfig": {"S3OutputPath": "s3://${bucket}/out"}}${name === undefined ? "" : `, **${network(name)}`})`;
      const told = async (code: string) =>
        (await findings(code, fileSystemPrelude)).map((one) => one.replace(/:.*/s, ""));
      assert.deepEqual(await told(to("ml-closed", "ml-prod")), []);
      assert.deepEqual(await told(to("ml-closed-to-all", "ml-prod")), ["error bucket-policy-denies"]);
      assert.deepEqual(await told(to("ml-closed")), ["error bucket-policy-denies"]);
    });

    it(`tells the endpoint whose policy leaves the bucket out (${reader})`, async () => {
      const to = (bucket: string) =>
        `sm.create_training_job(**{**job, "OutputDataConfig": {"S3OutputPath": "s3://${bucket}/out"}}, **${network("analytics")})`;
      const told = async (code: string) =>
        (await findings(code, fileSystemPrelude)).map((one) => one.replace(/:.*/s, ""));
      assert.deepEqual(await told(to("ml-analytics")), []);
      assert.deepEqual(await told(to("ml-data")), ["error endpoint-policy-denies"]);
    });

    it(`tells the VPC without flow logs, when the team asks for them (${reader})`, async () => {
      const policy = { network: { flowLogs: "required" } } as const;
      const told = async (name: string) => {
        const code = `${fileSystemPrelude}\nsm.create_training_job(**job, **${network(name)})`;
        const { report } = await checkOverTheWire(code, sample, reader, { policy });
        return report.verdicts.map((verdicts) => verdicts.get("flow-logs-missing")?.state);
      };
      assert.deepEqual(await told("ml-prod"), ["passes"]);
      assert.deepEqual(await told("analytics"), ["fails"]);
    });

    it(`tells the file system that the job does not reach (${reader})`, async () => {
      const from = (type: string, id: string, name = "ml-prod") =>
        `sm.create_training_job(**job, **${network(name)}, InputDataConfig=[channel("${type}", "${id}")])`;
      const told = async (code: string) =>
        (await findings(code, fileSystemPrelude)).map((one) => one.replace(/:.*/s, ""));
      assert.deepEqual(await told(from("EFS", efs.inVpc)), []);
      assert.deepEqual(await told(from("EFS", efs.closed)), ["warning file-system-port-closed"]);
      assert.deepEqual(await told(from("EFS", efs.elsewhere)), ["warning file-system-out-of-reach"]);
      assert.deepEqual(await told(from("EFS", "fs-0123456789abcdef0")), ["error file-system-not-found"]);
      assert.deepEqual(await told(from("FSxLustre", fsx)), []);
      assert.deepEqual(await told(from("FSxLustre", "fs-0123456789abcdef0")), [
        "error file-system-not-found",
      ]);
    });
  }

  it("tells of a bucket that may not be seen only that it cannot tell", async () => {
    const denied = await startSampleAccount({ deny: ["s3"] });
    const code = `${boto3Prelude}\nsm.create_training_job(**job)`;
    try {
      for (const reader of ["Node", "Python"] satisfies ReaderName[]) {
        const { report } = await checkOverTheWire(code, denied, reader);
        assert.deepEqual(
          report.gaps.map(({ action, why }) => `${action} ${why}`),
          ["s3:ListBucket denied"],
        );
        const verdict = report.verdicts[0]?.get("bucket-not-found");
        assert.deepEqual(verdict, { state: "cannot tell", for: ["s3:ListBucket: denied"] });
      }
    } finally {
      await denied.stop();
    }
  });
});
