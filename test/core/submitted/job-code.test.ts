import assert from "node:assert/strict";
import { describedJobs } from "../../../core/src/account/described-jobs.js";
import { operationOf } from "../../../core/src/catalog/sagemaker-api.js";
import { check } from "../../../core/src/index.js";
import { codeOf } from "../../../core/src/submitted/job-code.js";
import { readReference } from "../../../core/src/submitted/job-reference.js";
import { arnsOfSteps, leadsOf } from "../../../core/src/submitted/leads-to.js";
import { environmentOf } from "../../support/account-facts.js";

const jobOf = (kind: string) => describedJobs.find((job) => job.kind === kind) ?? assert.fail(kind);

describe("A job that SageMaker describes", () => {
  it("is read back as it is described, whatever is in its texts", () => {
    const description = {
      TrainingJobName: 'it\'s "quoted" \\ \n \u2028 名 \u{1f600} {x}',
      RoleArn: "arn:aws:iam::111122223333:role/x",
      InputDataConfig: [
        {
          ChannelName: "train",
          DataSource: { S3DataSource: { S3DataType: "S3Prefix", S3Uri: "s3://b/in" } },
        },
      ],
      OutputDataConfig: { S3OutputPath: "s3://b/" },
      StoppingCondition: { MaxRuntimeInSeconds: 60 },
      EnableNetworkIsolation: false,
      VpcConfig: { Subnets: ["subnet-1", "subnet-2"], SecurityGroupIds: ["sg-1"] },
      TrainingJobStatus: "Failed",
    };
    const notebook = codeOf(jobOf("trainingJob"), description, "eu-west-1", "training-job/x");
    const { requests, problems } = check(notebook, environmentOf(new Map()));
    assert.deepEqual(problems, []);
    const [request] = requests;
    assert.equal(request?.region, "eu-west-1");
    const known = Object.fromEntries(
      [...request.fields].flatMap(([path, { state, value }]) => (state === "known" ? [[path, value]] : [])),
    );
    assert.equal(known.TrainingJobName, description.TrainingJobName);
    assert.equal(known["StoppingCondition.MaxRuntimeInSeconds"], 60);
    assert.equal(known.EnableNetworkIsolation, false);
    assert.deepEqual(known["VpcConfig.Subnets"], description.VpcConfig.Subnets);
    for (const unread of ["Tags", "HyperParameters", "Environment"])
      assert.equal(request.fields.get(unread)?.state, "unknown", unread);
  });

  for (const job of describedJobs) {
    it(`of kind ${job.noun} is a request of ${job.create}, with nothing said of what is not described`, () => {
      assert.ok(operationOf(job.create), job.create);
      const notebook = codeOf(job, { [job.name]: "x" }, "us-east-1", "x");
      const { requests, findings } = check(notebook, environmentOf(new Map()));
      assert.deepEqual(
        requests.map(({ operation }) => operation),
        [job.create],
      );
      const refused = findings.filter(({ severity }) => severity === "error");
      assert.deepEqual(refused, []);
    });
  }

  it("leads to what has settings of its own", () => {
    const names = (kind: string, description: Record<string, unknown>) =>
      leadsOf(jobOf(kind), description).map(({ job, name }) => `${job.arnType}/${name}`);
    assert.deepEqual(names("transformJob", { ModelName: "m" }), ["model/m"]);
    assert.deepEqual(
      names("endpointConfig", { ProductionVariants: [{ ModelName: "a" }, { ModelName: "b" }, {}] }),
      ["model/a", "model/b"],
    );
    assert.deepEqual(
      names("monitoringSchedule", {
        MonitoringScheduleConfig: { MonitoringType: "ModelBias", MonitoringJobDefinitionName: "d" },
      }),
      ["model-bias-job-definition/d"],
    );
    assert.deepEqual(
      names("space", { DomainId: "d-1a", OwnershipSettings: { OwnerUserProfileName: "ana" } }),
      ["user-profile/d-1a/ana", "domain/d-1a"],
    );
    assert.deepEqual(names("space", { DomainId: "d-1a" }), ["domain/d-1a"]);
    assert.deepEqual(names("userProfile", { DomainId: "d-1a" }), ["domain/d-1a"]);
    assert.deepEqual(names("trainingJob", { ModelName: "m" }), []);
    assert.deepEqual(names("transformJob", { ModelName: 7 }), []);
  });

  it("of a pipeline's execution is found by the steps", () => {
    const arn = (rest: string) => `arn:aws:sagemaker:us-east-1:111122223333:${rest}`;
    assert.deepEqual(
      arnsOfSteps([
        { StepName: "a", Metadata: { TrainingJob: { Arn: arn("training-job/a") } } },
        { StepName: "b", Metadata: { Condition: { Outcome: "True" } } },
        { StepName: "c" },
        null,
      ]),
      [arn("training-job/a")],
    );
    const execution = arn("pipeline/p/execution/abc123");
    assert.deepEqual(readReference(execution), {
      text: execution,
      executionArn: execution,
      region: "us-east-1",
      account: "111122223333",
    });
  });

  it("is named by a name or by an ARN of a kind that is judged", () => {
    const kinds = (text: string, noun?: string) => {
      const reference = readReference(text, noun);
      return "kinds" in reference ? reference.kinds.map(({ noun }) => noun).join() : reference;
    };
    assert.equal(kinds("x"), "training-job,processing-job,tuning-job,transform-job,automl-job,model");
    assert.equal(kinds("x", "endpoint-config"), "endpoint-config");
    assert.equal(
      kinds("arn:aws-cn:sagemaker:cn-north-1:111122223333:hyper-parameter-tuning-job/x"),
      "tuning-job",
    );
    for (const wrong of ["arn:aws:s3:::bucket", "arn:aws:sagemaker:us-east-1:111122223333:app/x"])
      assert.ok("problem" in readReference(wrong), wrong);
  });
});
