import assert from "node:assert/strict";
import { check } from "../../../core/src/check.js";
import { noEnvironment } from "../../../core/src/environment.js";
import type { JobRequest } from "../../../core/src/requests/request.js";

const prelude = `
from sagemaker_pyspark import EndpointCreationPolicy, IAMRole, SageMakerEstimator, SageMakerModel
from sagemaker_pyspark.algorithms import KMeansSageMakerEstimator, LinearLearnerRegressor
role = "arn:aws:iam::111122223333:role/Spark"
`;

function read(code: string): readonly JobRequest[] {
  const text = prelude + code;
  return check({ uri: "a.py", cells: [{ kind: "code", language: "python", text }] }, noEnvironment).requests;
}

function fieldOf(request: JobRequest | undefined, path: string): unknown {
  const field = request?.fields.get(path);
  return field?.state === "unknown" ? "unknown" : field?.value;
}

describe("jobs of the SageMaker Spark SDK", () => {
  it("have the instances and the output key that the estimator is given, and no network", () => {
    const [job, ...others] = read(`\
estimator = KMeansSageMakerEstimator(
    sagemakerRole=IAMRole(role),
    trainingInstanceType="ml.m4.xlarge",
    trainingInstanceCount=2,
    endpointInstanceType="ml.m4.xlarge",
    endpointInitialInstanceCount=1,
    trainingKmsKeyId="alias/ml-output",
)
model = estimator.fit(data)
`);
    assert.equal(others.length, 0);
    assert.equal(job?.operation, "CreateTrainingJob");
    assert.equal(job.client, "sagemaker-pyspark");
    assert.equal(job.launches.length, 1);
    assert.deepEqual(Object.fromEntries([...job.fields.keys()].map((path) => [path, fieldOf(job, path)])), {
      "OutputDataConfig.KmsKeyId": "alias/ml-output",
      "ResourceConfig.InstanceType": "ml.m4.xlarge",
      "ResourceConfig.InstanceCount": 2,
      "ResourceConfig.VolumeSizeInGB": 1024,
      "StoppingCondition.MaxRuntimeInSeconds": 86400,
      RoleArn: "arn:aws:iam::111122223333:role/Spark",
    });
  });

  it("take the role from Spark's configuration where none is given", () => {
    const [job] = read(`LinearLearnerRegressor("ml.m4.xlarge", 1, "ml.m4.xlarge", 1)`);
    assert.equal(fieldOf(job, "RoleArn"), "unknown");
    assert.equal(fieldOf(job, "ResourceConfig.InstanceType"), "ml.m4.xlarge");
  });

  it("make a model, but not where an endpoint is named", () => {
    const [model, ...others] = read(`\
SageMakerModel(
    endpointInstanceType=None,
    endpointInitialInstanceCount=None,
    requestRowSerializer=a,
    responseRowDeserializer=b,
    existingEndpointName="e",
)
SageMakerModel("ml.m4.xlarge", 1, a, b, modelPath=path, modelImage=image, modelExecutionRoleARN=role)
`);
    assert.equal(others.length, 0);
    assert.equal(model?.operation, "CreateModel");
    assert.equal(fieldOf(model, "ExecutionRoleArn"), "arn:aws:iam::111122223333:role/Spark");
  });

  it("are told to have no VPC, and nothing is offered that could give them one", () => {
    const text = `${prelude}KMeansSageMakerEstimator("ml.m4.xlarge", 1, "ml.m4.xlarge", 1)`;
    const { findings } = check(
      { uri: "a.py", cells: [{ kind: "code", language: "python", text }] },
      noEnvironment,
    );
    assert.deepEqual(
      findings
        .map(({ rule, fixes }) => [rule, fixes.length])
        .filter(([rule]) => rule === "vpc-config-missing"),
      [["vpc-config-missing", 0]],
    );
  });
});
