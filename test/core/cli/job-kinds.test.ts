import assert from "node:assert/strict";
import { createAccountReader } from "../../../core/aws/index.js";
import type { JsonReport } from "../../../core/cli/json-report.js";
import { main } from "../../../core/cli/main.js";
import { describedId, describedJobs, type DescribedJob } from "../../../core/src/account/described-jobs.js";
import type { Question } from "../../../core/src/account/question.js";
import { createChecker } from "../../../core/src/index.js";
import { policyOfFiles } from "../../../core/src/team-policy.js";
import { startFakeCalls, type FakeCall } from "../../support/fake-calls.js";
import type { LocalServer } from "../../support/local-server.js";
import { answerInPython } from "../../support/python-reader.js";
import { startSampleAccount, withEnv, type SampleAccount } from "../../support/sample-account.js";
import { submitJobs } from "../../support/submitted-jobs.js";

/**
 * Each kind of thing that `sagemaker-preflight job` takes, in a network that fails and in one that is in order. What
 * moto cannot hold is a fake of its Describe… call alone.
 */
describe("sagemaker-preflight job, every kind", function () {
  this.timeout(120_000); // Python and moto start slowly on a busy machine
  let sample: SampleAccount;
  let fakes: LocalServer;
  let env: Readonly<Record<string, string>>;

  const idOf = (name: string): string => sample.ids[name] ?? assert.fail(name);
  const role = "arn:aws:iam::111122223333:role/ml/SageMakerTraining";
  const arn = (type: string, name: unknown) =>
    `arn:aws:sagemaker:us-east-1:111122223333:${type}/${String(name)}`;
  const vpc = (name: unknown) => ({
    Subnets: [idOf(String(name).startsWith("bad") ? "subnet.ml-prod-public-a" : "subnet.ml-prod-private-a")],
    SecurityGroupIds: [idOf("securityGroup.sagemaker-training")],
  });
  const isKnown = (name: unknown) => /^(?:bad|good)/.test(String(name));
  const jobResources = {
    ClusterConfig: { InstanceType: "ml.m5.xlarge", InstanceCount: 1, VolumeSizeInGB: 30 },
  };
  const definition =
    (type: string, arnType: string): FakeCall =>
    ({ JobDefinitionName: name }) =>
      isKnown(name)
        ? {
            JobDefinitionName: name,
            JobDefinitionArn: arn(arnType, name),
            RoleArn: role,
            [`${type}AppSpecification`]: { ImageUri: "image" },
            JobResources: jobResources,
            NetworkConfig: { VpcConfig: vpc(name) },
          }
        : undefined;
  const calls: Readonly<Record<string, FakeCall>> = {
    DescribeAutoMLJobV2: ({ AutoMLJobName: name }) =>
      isKnown(name)
        ? {
            AutoMLJobName: name,
            AutoMLJobArn: arn("automl-job", name),
            AutoMLJobStatus: "Failed",
            AutoMLJobSecondaryStatus: "Failed",
            FailureReason: "Data download failed",
            AutoMLJobInputDataConfig: [],
            OutputDataConfig: { S3OutputPath: "s3://ml-prod-flow-logs-111122223333/out" },
            AutoMLProblemTypeConfig: { TabularJobConfig: { TargetAttributeName: "y" } },
            RoleArn: role,
            SecurityConfig: { VpcConfig: vpc(name) },
          }
        : undefined,
    DescribeCompilationJob: ({ CompilationJobName: name }) =>
      isKnown(name)
        ? {
            CompilationJobName: name,
            CompilationJobArn: arn("compilation-job", name),
            CompilationJobStatus: "COMPLETED",
            RoleArn: role,
            OutputConfig: { S3OutputLocation: "s3://ml-prod-flow-logs-111122223333/out" },
            StoppingCondition: { MaxRuntimeInSeconds: 900 },
            VpcConfig: vpc(name),
          }
        : undefined,
    DescribeEndpointConfig: ({ EndpointConfigName: name }) =>
      isKnown(name)
        ? {
            EndpointConfigName: name,
            EndpointConfigArn: arn("endpoint-config", name),
            ProductionVariants: [],
            ExecutionRoleArn: role,
            VpcConfig: vpc(name),
          }
        : undefined,
    // By the name or by the ARN, which has an id instead of it
    DescribeCluster: ({ ClusterName: asked }) => {
      const name = asked === arn("cluster", "ab12cd34ef56") ? "bad-one" : asked;
      return isKnown(name)
        ? {
            ClusterName: name,
            ClusterArn: arn("cluster", name === "bad-one" ? "ab12cd34ef56" : "ab12cd34ef57"),
            ClusterStatus: "Failed",
            FailureMessage: "EFA health checks did not run successfully",
            InstanceGroups: [
              {
                InstanceGroupName: "workers",
                InstanceType: "ml.m5.xlarge",
                CurrentCount: 0,
                TargetCount: 2,
                ExecutionRole: role,
                LifeCycleConfig: { SourceS3Uri: "s3://sagemaker-lifecycle/x", OnCreate: "on.sh" },
                Status: "Failed",
              },
            ],
            VpcConfig: vpc(name),
          }
        : undefined;
    },
    DescribeDomain: ({ DomainId: name }) =>
      isKnown(name)
        ? {
            DomainId: name,
            DomainArn: arn("domain", name),
            DomainName: "lab",
            Status: "InService",
            AuthMode: "IAM",
            DefaultUserSettings: {
              ExecutionRole: role,
              SecurityGroups: [idOf("securityGroup.sagemaker-training")],
            },
            AppNetworkAccessType: "VpcOnly",
            VpcId: idOf("vpc.ml-prod"),
            SubnetIds: vpc(name).Subnets,
          }
        : undefined,
    DescribeUserProfile: ({ DomainId: domain, UserProfileName: name }) =>
      isKnown(domain) && name === "bea"
        ? {
            DomainId: domain,
            UserProfileName: name,
            UserProfileArn: arn("user-profile", `${String(domain)}/bea`),
            Status: "InService",
            UserSettings: {
              ExecutionRole: role,
              SecurityGroups: [
                idOf(
                  domain === "bad-one" ? "securityGroup.analytics-only" : "securityGroup.sagemaker-training",
                ),
              ],
            },
          }
        : undefined,
    DescribeSpace: ({ DomainId: domain, SpaceName: name }) =>
      isKnown(domain) && name === "bea"
        ? {
            DomainId: domain,
            SpaceName: name,
            SpaceArn: arn("space", `${String(domain)}/bea`),
            Status: "InService",
            SpaceSettings: { AppType: "JupyterLab" },
            OwnershipSettings: { OwnerUserProfileName: "bea" },
            SpaceSharingSettings: { SharingType: "Private" },
          }
        : undefined,
    DescribeMonitoringSchedule: ({ MonitoringScheduleName: name }) =>
      isKnown(name)
        ? {
            MonitoringScheduleName: name,
            MonitoringScheduleArn: arn("monitoring-schedule", name),
            MonitoringScheduleStatus: "Scheduled",
            MonitoringType: "DataQuality",
            MonitoringScheduleConfig: { MonitoringJobDefinitionName: name, MonitoringType: "DataQuality" },
          }
        : undefined,
    DescribeDataQualityJobDefinition: definition("DataQuality", "data-quality-job-definition"),
    DescribeModelBiasJobDefinition: definition("ModelBias", "model-bias-job-definition"),
    DescribeModelQualityJobDefinition: definition("ModelQuality", "model-quality-job-definition"),
    DescribeModelExplainabilityJobDefinition: definition(
      "ModelExplainability",
      "model-explainability-job-definition",
    ),
    ListPipelineExecutionSteps: ({ PipelineExecutionArn: execution, NextToken: token }) => {
      const step = (StepName: string, member: string, Arn: string) => ({
        StepName,
        StepStatus: "Succeeded",
        Metadata: { [member]: { Arn } },
      });
      if (!String(execution).endsWith("/execution/abcdef")) return undefined;
      // In two pages
      return token === undefined
        ? {
            PipelineExecutionSteps: [
              step("Prepare", "ProcessingJob", arn("processing-job", "clean")),
              step("Train", "TrainingJob", arn("training-job", "in-public-subnet")),
              { StepName: "Compare", StepStatus: "Succeeded", Metadata: { Condition: { Outcome: "True" } } },
            ],
            NextToken: "2",
          }
        : {
            PipelineExecutionSteps: [
              step("Auto", "AutoMLJob", arn("automl-job", "bad-auto")),
              step("Tune", "TuningJob", arn("hyper-parameter-tuning-job", "tune")),
              step("Model", "Model", arn("model", "scorer")),
            ],
          };
    },
  };

  before(async () => {
    sample = await startSampleAccount();
    await withEnv(sample.env, () => submitJobs(sample));
    fakes = await startFakeCalls(sample.endpoint, calls);
    env = { ...sample.env, AWS_ENDPOINT_URL: fakes.endpoint };
  });
  after(async () => {
    await fakes.stop();
    await sample.stop();
  });

  async function run(...argv: string[]) {
    let out = "";
    let error = "";
    const code = await withEnv(env, () =>
      main(["job", ...argv, "--format", "json"], {
        cwd: "/",
        environment: env,
        machine: { platform: "linux", home: "/nonexistent" },
        isTerminal: false,
        now: Date.now,
        out: (text) => (out += text),
        error: (text) => (error += text),
        loadChecker: () => Promise.resolve(createChecker),
        loadPolicyReader: () => Promise.resolve(policyOfFiles),
        openAccount: (account) => Promise.resolve(createAccountReader(account)),
      }),
    );
    const { files } = JSON.parse(out) as JsonReport;
    return { code, error, files };
  }

  const rulesOf = ({ findings }: JsonReport["files"][number]) =>
    findings.filter(({ severity }) => severity !== "info").map(({ rule }) => rule);

  // Those of job.test.ts are in moto
  const elsewhere = new Set([
    "trainingJob",
    "processingJob",
    "tuningJob",
    "transformJob",
    "model",
    "notebookInstance",
  ]);
  const told = new Set(["subnet-without-way-to-s3", "subnet-is-public"]);

  /** Of the domain that it is in, and what is in it. */
  const nameIn = ({ within }: DescribedJob, domain: string) =>
    within === undefined ? domain : `${domain}/bea`;

  for (const job of describedJobs.filter(({ kind }) => !elsewhere.has(kind))) {
    const { kind, noun, create } = job;
    it(`${noun}: the network that fails, and the one in order`, async () => {
      const bad = await run(nameIn(job, "bad-one"), "--kind", noun);
      const judged = bad.files.flatMap(rulesOf).filter((rule) => told.has(rule));
      assert.ok(
        judged.includes("subnet-without-way-to-s3"),
        `${bad.error} ${bad.files.flatMap(rulesOf).join()}`,
      );
      assert.equal(bad.files[0]?.requests[0]?.operation, create);
      const good = await run(nameIn(job, "good-one"), "--kind", noun);
      assert.deepEqual(
        good.files.flatMap(rulesOf).filter((rule) => told.has(rule)),
        [],
      );
      assert.ok(good.files.every(({ error }) => error === null));
    });

    it(`${noun}: both readers read the same of it`, async () => {
      const questions: readonly Question[] = ["bad-one", "nothing"].map((name) => ({
        kind,
        id: describedId(job, nameIn(job, name)) ?? assert.fail(name),
        region: "us-east-1",
      }));
      const node = await withEnv(env, () => createAccountReader().answer(questions, 30_000));
      const python = await answerInPython(questions, env, 30_000);
      const withoutTime = (facts: typeof node) =>
        facts.map((fact) => ({ ...fact, read: { ...fact.read, readAt: 0 } }));
      assert.deepEqual(withoutTime(python), withoutTime(node));
      assert.deepEqual(
        node.map(({ state }) => state),
        ["present", "absent"],
      );
    });
  }

  it("a cluster by its ARN, which has an id instead of its name, with its nodes", async () => {
    const { error, files } = await run(arn("cluster", "ab12cd34ef56"));
    assert.equal(error, "");
    assert.deepEqual(
      files.map(({ path, job }) => [path, job?.name, job?.says.FailureMessage]),
      [["cluster/bad-one", "bad-one", "EFA health checks did not run successfully"]],
    );
    const [request] = files[0]?.requests ?? [];
    const [group] = request?.fields.InstanceGroups?.value as {
      InstanceCount?: number;
      CurrentCount?: number;
    }[];
    assert.deepEqual([group?.InstanceCount, group?.CurrentCount], [2, undefined]);
    const { error: none } = await run(arn("cluster", "000000000000"));
    assert.match(none, /cluster/);
  });

  it("a space by its ARN, with the user it is of and their domain, each once", async () => {
    const { error, files } = await run(arn("space", "bad-one/bea"));
    assert.equal(error, "");
    assert.deepEqual(
      files.map(({ path }) => path),
      ["space/bad-one/bea", "user-profile/bad-one/bea", "domain/bad-one"],
    );
    const { error: none } = await run("ana", "--kind", "space");
    assert.match(none, /'ana' is no space: DOMAIN-ID\/NAME names one/);
  });

  it("an execution of a pipeline: the jobs of all its steps, over all pages", async () => {
    const { code, error, files } = await run(
      "arn:aws:sagemaker:us-east-1:111122223333:pipeline/churn/execution/abcdef",
    );
    assert.equal(error, "");
    assert.equal(code, 1);
    assert.deepEqual(
      files.map(({ path }) => path),
      [
        "processing-job/clean",
        "training-job/in-public-subnet",
        "automl-job/bad-auto",
        "hyper-parameter-tuning-job/tune",
        "model/scorer",
      ],
    );
    const rules = new Map(files.map((file) => [file.path, rulesOf(file)]));
    assert.ok(rules.get("processing-job/clean")?.includes("security-group-in-other-vpc"));
    assert.ok(rules.get("training-job/in-public-subnet")?.includes("subnet-without-way-to-s3"));
    assert.ok(rules.get("automl-job/bad-auto")?.includes("subnet-without-way-to-s3"));
    assert.ok(rules.get("hyper-parameter-tuning-job/tune")?.includes("volume-key-on-local-storage"));
    assert.ok(rules.get("model/scorer")?.includes("subnet-not-found"));
  });

  it("an execution that is not there", async () => {
    const { code, error } = await run(
      "arn:aws:sagemaker:us-east-1:111122223333:pipeline/churn/execution/gone00",
    );
    assert.equal(code, 2);
    assert.match(error, /execution\/gone00 is not in account 111122223333, us-east-1/);
  });
});
