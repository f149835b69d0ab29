import assert from "node:assert/strict";
import { createAccountReader } from "../../core/aws/index.js";
import { CheckSession } from "../../core/cli/check-session.js";
import type { AccountReader } from "../../core/src/account/account-reader.js";
import { createChecker, type Report } from "../../core/src/index.js";
import { quotaExceeded } from "../../core/src/rules/quota-exceeded.js";
import { startPythonReader, type PythonReader } from "../support/lasting-python-reader.js";
import { startSampleAccount, withEnv, type SampleAccount } from "../support/sample-account.js";
import { addTroubles, type Troubles } from "../support/troubled-account.js";

/**
 * What boto3 and SageMaker say of requests and jobs that fail, and the rule that says it before: for each text a job
 * that fails so, and the same job mended, of which no error is told.
 */
describe("What AWS would say later is said before", function () {
  this.timeout(120_000);
  let sample: SampleAccount;
  let troubles: Troubles;
  let python: PythonReader;
  let sessions: Readonly<Record<string, CheckSession>>;
  before(async () => {
    sample = await startSampleAccount();
    troubles = await addTroubles(sample);
    python = startPythonReader(sample.env);
    sessions = {
      Node: sessionOf(() => createAccountReader()),
      Python: sessionOf(python.readerAt(sample.endpoint)),
    };
  });
  after(async () => {
    await python.stop();
    await sample.stop();
  });

  interface World {
    readonly ids: (name: string) => string;
    readonly troubles: Troubles;
  }

  interface Scenario {
    /** Which text of AWS's it is, in short. */
    readonly says: string;
    /** The rules that say so. */
    readonly rules: readonly string[];
    /** They cannot be sure of it: a warning. */
    readonly isLikely?: true;
    readonly fails: (world: World) => string;
    /** Absent: the job in order. */
    readonly mended?: (world: World) => string;
  }

  const scenarios: readonly Scenario[] = [
    {
      says: 'Unknown parameter in VpcConfig: "VpcId", must be one of: SecurityGroupIds, Subnets',
      rules: ["parameter-unknown"],
      fails: (world) => training({ vpc: `{**${network(world)}, "VpcId": "${world.ids("vpc.ml-prod")}"}` }),
    },
    {
      says: 'Missing required parameter in VpcConfig: "SecurityGroupIds"',
      rules: ["vpc-config-incomplete"],
      fails: ({ ids }) => training({ vpc: `{"Subnets": ["${ids("subnet.ml-prod-private-a")}"]}` }),
    },
    {
      says: "Invalid length for parameter VpcConfig.Subnets, value: 0, valid min length: 1",
      rules: ["vpc-config-incomplete"],
      fails: ({ ids }) =>
        training({
          vpc: `{"Subnets": [], "SecurityGroupIds": ["${ids("securityGroup.sagemaker-training")}"]}`,
        }),
    },
    {
      says: "Invalid type for parameter VpcConfig.Subnets, value: subnet-1, type: <class 'str'>",
      rules: ["parameter-type-wrong"],
      fails: ({ ids }) =>
        training({
          vpc: `{"Subnets": "${ids("subnet.ml-prod-private-a")}", "SecurityGroupIds": ["${ids("securityGroup.sagemaker-training")}"]}`,
        }),
    },
    {
      says: "Value '[]' at 'vpcConfig.securityGroupIds' failed to satisfy constraint: Member must have length greater than or equal to 1",
      rules: ["vpc-config-incomplete"],
      fails: ({ ids }) =>
        training({ vpc: `{"Subnets": ["${ids("subnet.ml-prod-private-a")}"], "SecurityGroupIds": []}` }),
    },
    {
      says: "Member must have length less than or equal to 5",
      rules: ["parameter-out-of-bounds"],
      fails: (world) =>
        training({
          vpc: `{**${network(world)}, "SecurityGroupIds": ["${world.ids("securityGroup.sagemaker-training")}"] * 6}`,
        }),
    },
    {
      says: "Data download failed: … the subnet's route table has a route to an S3 VPC endpoint or a NAT device",
      rules: ["subnet-without-way-to-s3"],
      fails: ({ ids }) =>
        training({ vpc: vpc(ids("subnet.ml-prod-public-a"), ids("securityGroup.sagemaker-training")) }),
    },
    {
      says: "Data download failed: … and both the security groups … allow outbound traffic to S3",
      rules: ["security-groups-block-s3"],
      fails: ({ ids, troubles: { groups } }) =>
        training({ vpc: vpc(ids("subnet.ml-prod-private-a"), groups.mute) }),
    },
    {
      says: "Data download failed: … and the subnet's network ACL allow outbound traffic to S3",
      rules: ["network-acl-blocks-s3"],
      fails: ({ ids, troubles: { subnets } }) =>
        training({ vpc: vpc(subnets.filtered, ids("securityGroup.sagemaker-training")) }),
    },
    {
      says: "Artifact upload failed:Please ensure that the subnet's route table has a route to an S3 VPC endpoint or a NAT device",
      rules: ["subnet-without-way-to-s3"],
      fails: ({ ids }) =>
        training({ vpc: vpc(ids("subnet.analytics-private-a"), ids("securityGroup.analytics-only")) }),
    },
    {
      says: "Failed to download data. ListObjectsV2 failed for s3://…: Unable to execute request to S3",
      rules: ["subnet-without-way-to-s3"],
      isLikely: true,
      fails: ({ ids }) =>
        processing(vpc(ids("subnet.analytics-private-a"), ids("securityGroup.analytics-only"))),
      mended: (world) => processing(network(world)),
    },
    {
      says: "expected DHCP options to include keys domain-name-servers and domain-name",
      rules: ["dhcp-options-incomplete"],
      isLikely: true,
      fails: ({ troubles: { subnets, groups } }) => processing(vpc(subnets.dhcp, groups.dhcp)),
      mended: (world) => processing(network(world)),
    },
    {
      says: "Could not assume role … Please ensure that the role exists",
      rules: ["role-not-found"],
      fails: (world) => training({ vpc: network(world), role: "ml/SageMakerTrainig" }),
    },
    {
      says: "Could not assume role … and allows principal 'sagemaker.amazonaws.com' to assume the role",
      rules: ["role-not-assumable"],
      fails: (world) => training({ vpc: network(world), role: "ReportingLambda" }),
    },
    {
      says: "SageMaker is unable to perform: sts:AssumeRole on the role (a trust that holds for another account's jobs)",
      rules: ["role-not-assumable"],
      fails: (world) => training({ vpc: network(world), role: "ml/TrustsOthersJobs" }),
      mended: (world) =>
        training({ vpc: network(world), role: "ml/TrustsOwnJobs", input: "s3://ml-data/in" }),
    },
    {
      says: "Artifact upload failed: … BucketRegionError: bucket must be in the same region as the job",
      rules: ["bucket-in-other-region"],
      fails: (world) => training({ vpc: network(world), input: "s3://ml-data-frankfurt/in" }),
      mended: (world) => training({ vpc: network(world), input: "s3://ml-data/in" }),
    },
    {
      says: "No S3 objects found under S3 URL … that objects exist under that S3 prefix",
      rules: ["input-empty"],
      isLikely: true,
      fails: (world) => training({ vpc: network(world), input: "s3://ml-data/inn" }),
      mended: (world) => training({ vpc: network(world), input: "s3://ml-data/in" }),
    },
    {
      says: "No S3 objects found under S3 URL … Please ensure that the bucket exists in the selected region",
      rules: ["bucket-not-found"],
      isLikely: true,
      fails: (world) => training({ vpc: network(world), input: "s3://ml-data-that-is-not-there/in" }),
      mended: (world) => training({ vpc: network(world), input: "s3://ml-data/in" }),
    },
    {
      says: 'No S3 objects found … and that the role "…" has "s3:ListBucket" permissions on bucket "…"',
      rules: ["role-lacks-s3-access"],
      isLikely: true,
      fails: (world) => training({ vpc: network(world), role: "SageMakerNoVpc", input: "s3://ml-data/in" }),
    },
    {
      says: "InternalServerError: We encountered an internal error (a processing job in a VPC: which permissions are needed?)",
      rules: ["role-lacks-vpc-actions"],
      fails: (world) => processing(network(world), { role: "SageMakerNoVpc" }),
      mended: (world) => processing(network(world)),
    },
    {
      says: "The account-level service limit 'ml.p3.2xlarge for training job usage' is 0 Instances",
      rules: ["quota-exceeded"],
      fails: (world) => training({ vpc: network(world), type: "ml.p3.2xlarge" }),
    },
    {
      says: "The account-level service limit 'Number of instances across all processing jobs' is 4 Instances",
      rules: ["quota-exceeded"],
      fails: (world) => processing(network(world), { count: 5 }),
      mended: (world) => processing(network(world), { count: 4 }),
    },
    {
      says: "The account-level service limit 'Number of instances across all processing jobs' … of a training job with rules of Debugger",
      rules: ["quota-exceeded"],
      fails: (world) => training({ vpc: network(world), more: debugRules(5) }),
      mended: (world) => training({ vpc: network(world), more: debugRules(4) }),
    },
    {
      says: "TrainingImageConfig with TrainingRepositoryAccessMode set to VPC must be provided when using a training image from a private Docker registry",
      rules: ["registry-access-missing"],
      fails: (world) =>
        training({ vpc: network(world), image: '"TrainingImage": "registry.corp.example/train:1"' }),
      mended: (world) =>
        training({
          vpc: network(world),
          image:
            '"TrainingImage": "registry.corp.example/train:1", "TrainingImageConfig": {"TrainingRepositoryAccessMode": "Vpc"}',
        }),
    },
    {
      says: "The requested resource training-job/ml.p2.xlarge is not available in this region",
      rules: ["instance-type-not-in-region"],
      isLikely: true,
      fails: (world) => training({ vpc: network(world), type: "ml.p2.xlarge" }),
    },
    {
      says: "(a warm pool that is not kept is told nowhere)",
      rules: ["warm-pool-not-kept"],
      isLikely: true,
      fails: (world) => training({ vpc: network(world), resources: ', "KeepAlivePeriodInSeconds": 600' }),
    },
    {
      says: "Invalid MaxWaitTimeInSeconds. It is only supported when EnableManagedSpotTraining is set to true",
      rules: ["spot-wait-wrong"],
      fails: (world) =>
        training({
          vpc: network(world),
          more: ', "StoppingCondition": {"MaxRuntimeInSeconds": 60, "MaxWaitTimeInSeconds": 90}',
        }),
    },
    {
      says: "EFA health checks did not run successfully (a HyperPod cluster)",
      rules: ["peer-traffic-blocked"],
      isLikely: true,
      fails: ({ ids }) =>
        cluster(vpc(ids("subnet.ml-prod-private-a"), ids("securityGroup.sagemaker-training"))),
      mended: ({ ids, troubles: { groups } }) => cluster(vpc(ids("subnet.ml-prod-private-a"), groups.efa)),
    },
    {
      says: "EFA health checks did not run successfully (a group of a HyperPod cluster with a network of its own)",
      rules: ["peer-traffic-blocked"],
      isLikely: true,
      fails: ({ ids, troubles: { groups } }) =>
        cluster(
          vpc(ids("subnet.ml-prod-private-a"), groups.efa),
          vpc(ids("subnet.ml-prod-private-b"), ids("securityGroup.sagemaker-training")),
        ),
      mended: ({ ids, troubles: { groups } }) =>
        cluster(
          vpc(ids("subnet.ml-prod-private-a"), groups.efa),
          vpc(ids("subnet.ml-prod-private-b"), groups.efa),
        ),
    },
    {
      says: "(no text is known) a group of another VPC, of one group of a cluster's",
      rules: ["security-group-in-other-vpc"],
      fails: ({ ids, troubles: { groups } }) =>
        cluster(
          vpc(ids("subnet.ml-prod-private-a"), groups.efa),
          vpc(ids("subnet.ml-prod-private-b"), ids("securityGroup.analytics-only")),
        ),
      mended: ({ ids, troubles: { groups } }) => cluster(vpc(ids("subnet.ml-prod-private-a"), groups.efa)),
    },
    {
      says: "(no text is known) a subnet or group that is not there",
      rules: ["subnet-not-found", "security-group-not-found"],
      fails: () => training({ vpc: vpc("subnet-0123456789abcdef0", "sg-0123456789abcdef0") }),
    },
    {
      says: "(no text is known) a group of another VPC",
      rules: ["security-group-in-other-vpc"],
      fails: ({ ids }) =>
        training({ vpc: vpc(ids("subnet.ml-prod-private-a"), ids("securityGroup.analytics-only")) }),
    },
    {
      says: "(no text is known) a volume key on an instance type with local storage",
      rules: ["volume-key-on-local-storage"],
      fails: (world) =>
        training({ vpc: network(world), type: "ml.g5.xlarge", volumeKey: world.ids("key.training") }),
      mended: (world) => training({ vpc: network(world), type: "ml.g5.xlarge" }),
    },
    {
      says: "(no text is known) too few free addresses",
      rules: ["too-few-addresses"],
      isLikely: true,
      fails: ({ ids, troubles: { subnets } }) =>
        training({ vpc: vpc(subnets.tight, ids("securityGroup.sagemaker-training")), count: 6 }),
      mended: (world) => training({ vpc: network(world), count: 6 }),
    },
    {
      says: "(no text is known) a VPC with dedicated tenancy",
      rules: ["vpc-tenancy-dedicated"],
      fails: ({ troubles: { subnets, groups } }) =>
        training({ vpc: vpc(subnets.dedicated, groups.dedicated) }),
    },
    {
      says: "(no text is known) a caller and a role without kms:CreateGrant",
      rules: ["caller-lacks-grant"],
      fails: (world) =>
        training({ vpc: network(world), role: "SageMakerNoVpc", volumeKey: world.ids("key.training") }),
      mended: (world) => training({ vpc: network(world), volumeKey: world.ids("key.training") }),
    },
  ];

  // "CapacityError: Unable to provision requested ML compute capacity" nobody can know before.

  for (const { says, rules, isLikely, fails, mended } of scenarios) {
    it(`${says}: ${rules.join(", ")}`, async () => {
      const world: World = { ids: (name) => sample.ids[name] ?? assert.fail(name), troubles };
      const failing = fails(world);
      const inOrder = (mended ?? ((one) => training({ vpc: network(one) })))(world);
      for (const [name, session] of Object.entries(sessions)) {
        const told = await check(failing, session);
        const loud = told.findings.filter(({ severity }) => severity === (isLikely ? "warning" : "error"));
        const missing = rules.filter((rule) => !loud.some((finding) => finding.rule === rule));
        assert.deepEqual(missing, [], `${name} reader: ${loud.map(({ rule }) => rule).join()}`);
        const after = (await check(inOrder, session)).findings.filter(
          ({ rule, severity }) => severity === "error" || rules.includes(rule),
        );
        assert.deepEqual(after, [], `${name} reader, mended`);
      }
    });
  }

  it("CapacityError: Unable to provision requested ML compute capacity: nobody knows that before, and nothing is said", async () => {
    const world: World = { ids: (name) => sample.ids[name] ?? assert.fail(name), troubles };
    for (const session of Object.values(sessions)) {
      const { findings, verdicts } = await check(training({ vpc: network(world) }), session);
      assert.deepEqual(
        findings.filter(({ message }) => /capacity/i.test(message)),
        [],
      );
      assert.equal(verdicts[0]?.get("quota-exceeded")?.state, "passes");
    }
    assert.match(quotaExceeded.why, /CapacityError.*nothing tells that before/);
  });

  /** One for each reader: the account stays as it is, and is asked for each thing once. */
  const sessionOf = (open: () => AccountReader) =>
    new CheckSession({
      createChecker,
      openAccount: () => Promise.resolve(open()),
      region: sample.region,
      now: Date.now,
      budget: 60_000,
      roundDeadline: 30_000,
    });

  async function check(text: string, session: CheckSession): Promise<Report> {
    const cells = [{ kind: "code" as const, language: "python", text }];
    const [report] = await withEnv(sample.env, () =>
      session.check([{ uri: "job.py", cells }], { withChoices: false }),
    );
    assert.ok(report);
    assert.deepEqual(report.gaps, []);
    return report;
  }
});

const vpc = (subnet: string, group: string) => `{"Subnets": ["${subnet}"], "SecurityGroupIds": ["${group}"]}`;

/** The network in which jobs run. */
const network = ({ ids }: { readonly ids: (name: string) => string }) =>
  vpc(ids("subnet.ml-prod-private-a"), ids("securityGroup.sagemaker-training"));

interface TrainingJob {
  /** Python. */
  readonly vpc: string;
  readonly role?: string;
  readonly type?: string;
  readonly count?: number;
  readonly volumeKey?: string;
  readonly input?: string;
  /** Members of AlgorithmSpecification. */
  readonly image?: string;
  /** Members of ResourceConfig, each after a comma. */
  readonly resources?: string;
  readonly more?: string;
}

const debugRules = (count: number): string =>
  `, "DebugRuleConfigurations": [{"RuleConfigurationName": f"rule-{i}", "RuleEvaluatorImage": "image"} for i in (${Array.from({ length: count }, (_, i) => `${i},`).join(" ")})]`;

function training(job: TrainingJob): string {
  const {
    role = "ml/SageMakerTraining",
    type = "ml.m5.xlarge",
    count = 1,
    volumeKey,
    input,
    image = '"TrainingImage": "image"',
    resources = "",
    more = "",
  } = job;
  const key = volumeKey === undefined ? "" : `, "VolumeKmsKeyId": "${volumeKey}"`;
  const channel =
    input === undefined
      ? ""
      : `, "InputDataConfig": [{"ChannelName": "train", "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": "${input}"}}}]`;
  return `import boto3
boto3.client("sagemaker").create_training_job(**{
    "TrainingJobName": "churn",
    "AlgorithmSpecification": {${image}, "TrainingInputMode": "File"},
    "RoleArn": "arn:aws:iam::111122223333:role/${role}",
    "OutputDataConfig": {"S3OutputPath": "s3://ml-data/out"},
    "ResourceConfig": {"InstanceType": "${type}", "InstanceCount": ${count}, "VolumeSizeInGB": 30${key}${resources}},
    "VpcConfig": ${job.vpc}${channel}${more},
})
`;
}

/** @param ofGroup The network of the second group; absent: the cluster's. */
function cluster(network: string, ofGroup?: string): string {
  const override = ofGroup === undefined ? "" : `, "OverrideVpcConfig": ${ofGroup}`;
  return `import boto3
group = {"InstanceType": "ml.p4d.24xlarge", "InstanceCount": 2, "LifeCycleConfig": {"SourceS3Uri": "s3://ml-data/in", "OnCreate": "on.sh"}, "ExecutionRole": "arn:aws:iam::111122223333:role/ml/SageMakerTraining"}
boto3.client("sagemaker").create_cluster(
    ClusterName="big",
    InstanceGroups=[{**group, "InstanceGroupName": "a"}, {**group, "InstanceGroupName": "b"${override}}],
    VpcConfig=${network},
)
`;
}

function processing(
  vpcConfig: string,
  { role = "ml/SageMakerTraining", count = 1 }: Pick<TrainingJob, "role" | "count"> = {},
): string {
  return `import boto3
boto3.client("sagemaker").create_processing_job(
    ProcessingJobName="clean",
    RoleArn="arn:aws:iam::111122223333:role/${role}",
    AppSpecification={"ImageUri": "image"},
    ProcessingResources={"ClusterConfig": {"InstanceType": "ml.m5.xlarge", "InstanceCount": ${count}, "VolumeSizeInGB": 30}},
    NetworkConfig={"VpcConfig": ${vpcConfig}},
)
`;
}
