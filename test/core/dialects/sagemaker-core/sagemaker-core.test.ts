import assert from "node:assert/strict";
import { check } from "../../../../core/src/check.js";
import { sagemakerCoreDialect } from "../../../../core/src/dialects/sagemaker-core/sagemaker-core.js";
import { pythonName } from "../../../../core/src/dialects/sagemaker-core/to-api.js";
import type { FieldChange, JobRequest } from "../../../../core/src/requests/request.js";
import { applyEdits } from "../../../support/apply-edits.js";

const imports = `\
from sagemaker.core.resources import ProcessingJob, TrainingJob
from sagemaker.core.shapes import OutputDataConfig, ResourceConfig, VpcConfig
`;
const given = `training_job_name="j", role_arn="arn:aws:iam::111122223333:role/r", output_data_config=OutputDataConfig(s3_output_path="s3://b")`;
const network: readonly FieldChange[] = [
  { path: "VpcConfig.Subnets", value: ["subnet-a"] },
  { path: "VpcConfig.SecurityGroupIds", value: ["sg-a"] },
];

describe("requests of sagemaker-core's resources", () => {
  it("takes positional arguments and shapes from variables", () => {
    const job = requestOf(`\
output = OutputDataConfig(s3_output_path="s3://b", kms_key_id="alias/k")
TrainingJob.create("j", "arn:aws:iam::111122223333:role/r", output, region="eu-west-1")`);
    assert.equal(job.operation, "CreateTrainingJob");
    assert.equal(job.fields.get("OutputDataConfig.KmsKeyId")?.value, "alias/k");
    assert.equal(job.fields.get("RoleArn")?.value, "arn:aws:iam::111122223333:role/r");
    assert.equal(job.region, "eu-west-1");
    assert.equal(job.refused, undefined);
  });

  it("reads the network of processing jobs", () => {
    const job = requestOf(`\
ProcessingJob.create(network_config={"vpc_config": {"subnets": ["subnet-a"], "security_group_ids": ["sg-a"]}}, **more())`);
    assert.deepEqual(job.fields.get("NetworkConfig.VpcConfig.Subnets")?.value, ["subnet-a"]);
    assert.equal(job.fields.get("ProcessingResources.ClusterConfig.VolumeKmsKeyId")?.state, "unknown");
  });

  it("lists an endpoint, which has no settings of its own", () => {
    const endpoint = requestOf(`\
from sagemaker_core.resources import Endpoint
Endpoint.create(endpoint_name="e", endpoint_config_name="c")`);
    assert.equal(endpoint.operation, "CreateEndpoint");
    assert.equal(endpoint.refused, undefined);
  });

  it("lists an inference component, whose shapes are not followed", () => {
    const component = requestOf(`\
from sagemaker.core.resources import InferenceComponent
from sagemaker.core.shapes import InferenceComponentSpecification
InferenceComponent.create(inference_component_name="c", endpoint_name="e", variant_name="v",
    specification=InferenceComponentSpecification(model_name="m"), runtime_config={"copy_count": 1})`);
    assert.equal(component.operation, "CreateInferenceComponent");
    assert.equal(component.refused, undefined);
  });

  it("knows nothing of a shape from elsewhere", () => {
    const job = requestOf(`TrainingJob.create(${given}, vpc_config=company.vpc())`);
    assert.equal(job.fields.get("VpcConfig.Subnets")?.state, "unknown");
    assert.equal(job.refused, undefined);
  });

  it("knows nothing of what is not given where the notebook names a file of defaults", () => {
    const job = requestOf(`\
import os
from sagemaker_core.resources import TrainingJob
os.environ["SAGEMAKER_CORE_ADMIN_CONFIG_OVERRIDE"] = path
TrainingJob.create(training_job_name="j", output_data_config=OutputDataConfig(s3_output_path="s3://b"))`);
    for (const path of ["VpcConfig.Subnets", "VpcConfig.SecurityGroupIds", "RoleArn"])
      assert.equal(job.fields.get(path)?.state, "unknown", path);
    assert.equal(job.fields.get("OutputDataConfig.KmsKeyId"), undefined);
    assert.equal(job.refused, undefined);
  });

  for (const [name, code] of [
    ["half a VpcConfig", `TrainingJob.create(${given}, vpc_config=VpcConfig(subnets=["subnet-a"]))`],
    ["a required argument that is not given", `TrainingJob.create(training_job_name="j")`],
    ["an argument that there is not", `TrainingJob.create(${given}, subnets=["subnet-a"])`],
    [
      "a text for a list",
      `TrainingJob.create(${given}, vpc_config=VpcConfig(subnets="s", security_group_ids=["g"]))`,
    ],
  ] as const) {
    it(`pydantic refuses ${name}`, () => {
      assert.equal(requestOf(code).refused?.error, "ValidationError");
    });
  }
});

describe("fields written into sagemaker-core's calls", () => {
  const cases: Record<string, [code: string, fixed: string | undefined]> = {
    "a new shape": [
      `TrainingJob.create(${given})`,
      `TrainingJob.create(\n    ${given.replaceAll(", ", ",\n    ")},\n    vpc_config=VpcConfig(subnets=["subnet-a"], security_group_ids=["sg-a"]),\n)`,
    ],
    "a shape made before": [
      `vpc = VpcConfig(subnets=["subnet-b"], security_group_ids=["sg-b"])\nTrainingJob.create(${given}, vpc_config=vpc)`,
      `vpc = VpcConfig(subnets=["subnet-a"], security_group_ids=["sg-a"])\nTrainingJob.create(${given}, vpc_config=vpc)`,
    ],
    "not a shape that is changed later": [
      `vpc = VpcConfig(subnets=["subnet-b"], security_group_ids=["sg-b"])\nvpc.subnets = ["subnet-c"]\nTrainingJob.create(${given}, vpc_config=vpc)`,
      undefined,
    ],
    "not a shape from elsewhere": [`TrainingJob.create(${given}, vpc_config=company.vpc())`, undefined],
  };
  for (const [name, [code, fixed]] of Object.entries(cases)) {
    it(name, () => {
      const request = requestOf(code);
      const edits = sagemakerCoreDialect.write(request, network, notebook(imports + code));
      assert.equal(edits && applyEdits(imports + code, edits), fixed && imports + fixed);
    });
  }

  it("spells members as Python does", () => {
    const names = ["VpcConfig", "S3OutputPath", "VolumeSizeInGB", "EnableInterContainerTrafficEncryption"];
    assert.deepEqual(names.map(pythonName), [
      "vpc_config",
      "s3_output_path",
      "volume_size_in_gb",
      "enable_inter_container_traffic_encryption",
    ]);
  });
});

function notebook(text: string) {
  return { uri: "n.ipynb", cells: [{ kind: "code", language: "python", text } as const] };
}

function requestOf(code: string): JobRequest {
  const environment = { region: "us-east-1", facts: new Map(), online: false };
  const [request] = check(notebook(imports + code), environment).requests;
  assert.ok(request, "no request");
  return request;
}
