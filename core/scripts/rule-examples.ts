/**
 * For each rule, code that breaks it, for its page. A test runs each against the accounts of the rule tests: the
 * example triggers the rule, and the first fix silences it; where no edit can, the rule says what to do.
 */
export const ruleExamples: Readonly<Record<string, string>> = {
  "vpc-config-missing": estimator(),
  "request-refused-by-policy": estimator(),
  "demands-contradict": `from sagemaker.network import NetworkConfig
from sagemaker.processing import Processor

Processor(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/prepare:1",
    role="arn:aws:iam::111122223333:role/Training",
    instance_count=1,
    instance_type="ml.g5.xlarge",
    network_config=NetworkConfig(subnets=["subnet-a1"], security_group_ids=["sg-train"]),
).run()
`,
  "ignored-rule-unknown": estimator().replace(/\n$/, "  # preflight: ignore[vpc-config-mising]\n"),
  "policy-condition-key-unknown": estimator(`subnets=["subnet-a1"]`, `security_group_ids=["sg-train"]`),
  "registry-access-missing": estimator(`subnets=["subnet-a1"]`, `security_group_ids=["sg-train"]`).replace(
    /"[^"]*dkr[^"]*"/,
    `"registry.corp.example/train:1"`,
  ),
  "input-empty": `${estimator()
    .trimEnd()
    .replace(/\.fit\(\)$/, "")}.fit("s3://ml-data/trian")\n`,
  "vpc-config-incomplete": estimator(`subnets=["subnet-a1"]`),
  "sdk-version-mismatch": `%pip install "sagemaker>=3"\n${estimator()}`,
  "setting-not-sent": modelOfTrainer(),
  "repack-job-outside-vpc": repackedModel(),
  "setting-dropped-by-step": stateMachineModel(),
  "placeholder-id": estimator(`subnets=["<your_subnet>"]`, `security_group_ids=["sg-train"]`),
  "subnet-not-found": estimator(`subnets=["subnet-a1", "subnet-gone"]`, `security_group_ids=["sg-train"]`),
  "security-group-not-found": estimator(`subnets=["subnet-a1"]`, `security_group_ids=["sg-gone"]`),
  "subnets-in-different-vpcs": estimator(
    `subnets=["subnet-a1", "subnet-b"]`,
    `security_group_ids=["sg-train"]`,
  ),
  "security-group-in-other-vpc": estimator(`subnets=["subnet-a1"]`, `security_group_ids=["sg-b"]`),
  "kms-key-not-found": estimator(`volume_kms_key="11111111-aaaa-4bbb-8ccc-000000000009"`),
  "kms-key-not-usable": estimator(`volume_kms_key="11111111-aaaa-4bbb-8ccc-000000000002"`),
  "volume-key-missing": estimator(`output_kms_key="alias/ml-volume"`),
  "output-key-missing": estimator(`volume_kms_key="11111111-aaaa-4bbb-8ccc-000000000001"`),
  "id-of-other-kind": estimator(`subnets=["sg-train"]`, `security_group_ids=["subnet-a1"]`),
  "spot-wait-wrong": estimator(`use_spot_instances=True`, `max_run=7200`, `max_wait=3600`),
  "volume-key-on-local-storage": estimator(`volume_kms_key="alias/ml-volume"`).replace(
    "ml.m5.large",
    "ml.g5.xlarge",
  ),
  "sdk-defaults-refused": withDefaults("refused.yaml", estimator()),
  "sdk-defaults-not-sent": withDefaults(
    "defaults.yaml",
    `from sagemaker.train import ModelTrainer

ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/Training",
).train()
`,
  ),
  "network-mixed-with-defaults": withDefaults(
    "defaults.yaml",
    `from sagemaker.network import NetworkConfig
from sagemaker.processing import Processor

Processor(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/prepare:1",
    role="arn:aws:iam::111122223333:role/Training",
    instance_count=1,
    instance_type="ml.m5.large",
    network_config=NetworkConfig(subnets=["subnet-a2"]),
).run()
`,
  ),
  "argument-lost-to-defaults": withDefaults(
    "defaults.yaml",
    estimator("encrypt_inter_container_traffic=False"),
  ),
  "subnet-without-way-to-s3": inVpc("subnet-island"),
  "security-groups-block-s3": inVpc("subnet-nat", "sg-mute"),
  "network-acl-blocks-s3": inVpc("subnet-acl-out"),
  "peer-traffic-blocked": inVpc("subnet-nat", "sg-alone").replace("instance_count=1", "instance_count=2"),
  "vpc-tenancy-dedicated": inVpc("subnet-dedicated", "sg-dedicated"),
  "dhcp-options-incomplete": inVpc("subnet-dhcp", "sg-dhcp"),
  "too-few-addresses": inVpc("subnet-tight").replace("instance_count=1", "instance_count=2"),
  "instance-type-not-in-region": estimator().replace("ml.m5.large", "ml.p3.2xlarge"),
  "instance-type-not-in-zone": inVpc("subnet-zone-4").replace("ml.m5.large", "ml.p4d.24xlarge"),
  "subnet-outside-region": inVpc("subnet-outpost"),
  "subnet-is-public": inVpc("subnet-public-endpoint"),
  "call-refused": `import boto3\n\nboto3.client("sagemaker").create_model("churn", "arn:aws:iam::111122223333:role/Models")\n`,
  "parameter-unknown": trainingJob(
    `"VpcConfig": {"SubnetIds": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]}`,
  ),
  "parameter-missing": trainingJob(`"Tags": [{"Key": "team"}]`),
  "parameter-type-wrong": trainingJob(
    `"VpcConfig": {"Subnets": "subnet-a1", "SecurityGroupIds": ["sg-train"]}`,
  ),
  "parameter-out-of-bounds": trainingJob(`"StoppingCondition": {"MaxRuntimeInSeconds": 0}`),
  "parameter-malformed": trainingJob(`"CheckpointConfig": {"S3Uri": "ml-data/checkpoints"}`),
  "parameter-value-unknown": trainingJob(
    `"ResourceConfig": {"InstanceType": "m5.xlarge", "InstanceCount": 1}`,
  ),
  "cli-query-empty": `!aws sagemaker describe-training-job --training-job-name churn --query 'TrainingJob.VpcConfig'\n`,
  "bucket-not-found": trainingJob(outputTo("ml-data-gone")),
  "bucket-in-other-region": trainingJob(outputTo("ml-data-frankfurt")),
  "bucket-policy-denies": trainingJob(
    `${outputTo("ml-other-endpoint")},\n    "VpcConfig": {"Subnets": ["subnet-endpoint"], "SecurityGroupIds": ["sg-ok"]}`,
  ),
  "endpoint-policy-denies": trainingJob(
    `${outputTo("ml-data")},\n    "VpcConfig": {"Subnets": ["subnet-guarded"], "SecurityGroupIds": ["sg-guarded"]}`,
  ),
  "output-encryption-refused": estimator(`output_path="s3://ml-key/out"`),
  "file-system-without-vpc": trainingJob(fileSystem("fs-0000000a")),
  "file-system-not-found": trainingJob(fileSystem("fs-0000000e")),
  "file-system-out-of-reach": trainingJob(
    `${fileSystem("fs-0000000b")},\n    "VpcConfig": {"Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]}`,
  ),
  "file-system-port-closed": trainingJob(
    `${fileSystem("fs-0000000c")},\n    "VpcConfig": {"Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]}`,
  ),
  "bucket-key-not-usable": estimator(`output_path="s3://ml-disabled-key/churn"`),
  "model-not-found": `from sagemaker.transformer import Transformer\n\nTransformer("gone", 1, "ml.m5.large").transform("s3://ml-data/in")\n`,
  "image-not-found": estimator().replace("train:1", "gone:1"),
  "hosting-in-one-zone": `from sagemaker.model import Model

Model(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    model_data="s3://ml-data/model.tar.gz",
    role="arn:aws:iam::111122223333:role/Training",
    vpc_config={"Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]},
).deploy(1, "ml.m5.large")
`,
  "model-outside-vpc": `from sagemaker.transformer import Transformer\n\nTransformer("open", 1, "ml.m5.large").transform("s3://ml-data/in")\n`,
  "warm-pool-not-kept": estimator("keep_alive_period_in_seconds=600").replace("ml.m5.large", "ml.m5.xlarge"),
  "quota-exceeded": estimator().replace("ml.m5.large", "ml.p3.2xlarge"),
  "role-not-found": withRole("Gone"),
  "role-not-assumable": withRole("Reports"),
  "role-lacks-vpc-actions": withRole(
    "Data",
    `"VpcConfig": {"Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]}`,
  ),
  "role-lacks-s3-access": withRole("Network"),
  "role-lacks-ecr-access": estimator().replace("role/Training", "role/Payroll"),
  "role-lacks-kms-access": withRole("Network", withKey("01")),
  "key-policy-denies-role": withRole("Data", withKey("06")),
  "role-not-passable": withRole("Payroll"),
  "caller-lacks-grant": withRole(
    "Network",
    `"ResourceConfig": {
        "InstanceType": "ml.m5.large",
        "InstanceCount": 1,
        "VolumeKmsKeyId": "11111111-aaaa-4bbb-8ccc-000000000001",
    }`,
  ),
  "id-given-twice": estimator(`subnets=["subnet-a1", "subnet-a1"]`, `security_group_ids=["sg-train"]`),
  "volume-key-is-alias": estimator(`volume_kms_key="alias/ml-volume"`),
  "resource-in-other-region": trainingJob(
    `"AlgorithmSpecification": {
        "TrainingImage": "111122223333.dkr.ecr.eu-west-1.amazonaws.com/train:1",
        "TrainingInputMode": "File",
    }`,
  ),
  "network-isolation-unsupported": isolatedClarify(),
  "vpc-dns-off": inVpc("subnet-nameless", "sg-nameless"),
  "network-isolation-off": estimator(),
  "traffic-encryption-off": estimator().replace("instance_count=1", "instance_count=2"),
  "flow-logs-missing": inVpc("subnet-b", "sg-b"),
  "direct-internet-access-on": notebookInstance(`RootAccess="Disabled"`),
  "root-access-on": notebookInstance(`DirectInternetAccess="Disabled"`),
  "notebook-instance-open": estimator(),
  "domain-internet-open": domain(),
  "approved-types-without-quota": estimator().replace("ml.m5.large", "ml.p4d.24xlarge"),
  "instance-type-not-approved": estimator().replace("ml.m5.large", "ml.p3.2xlarge"),
  "output-bucket-not-approved": estimator(`output_path="s3://my-own/out"`),
  "tags-missing": trainingJob(`"Tags": [{"Key": "team", "Value": "fraud"}]`),
  "experiment-missing": trainingJob(`"Tags": [{"Key": "git-commit", "Value": "4f2a9c1"}]`),
  "data-capture-missing": endpointConfig(),
  "argument-renamed": estimator(`train_volume_kms_key="11111111-aaaa-4bbb-8ccc-000000000001"`),
  "argument-ignored": estimator(`subnet_ids=["subnet-a1"]`),
  "method-overwritten": `${estimator()}estimator.enable_network_isolation = True\nestimator.fit()\n`,
  "setting-left-behind": `\
from sagemaker.pytorch import PyTorch

estimator = PyTorch(
    entry_point="train.py",
    framework_version="2.1",
    py_version="py310",
    role="arn:aws:iam::111122223333:role/Training",
    instance_count=1,
    instance_type="ml.m5.large",
    enable_network_isolation=True,
)
estimator.fit("s3://bucket/train")
estimator.deploy(1, "ml.m5.large")
`,
};

function modelOfTrainer(): string {
  return `from sagemaker.serve import ModelBuilder
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Networking

trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    networking=Networking(subnets=["subnet-a1"], security_group_ids=["sg-train"]),
)
trainer.train()
builder = ModelBuilder(
    model=trainer,
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    role_arn="arn:aws:iam::111122223333:role/Training",
)
model = builder.build()
`;
}

/** The files beside the notebook that examples speak of; their pages show them. */
export const exampleFiles: Readonly<Record<string, string>> = {
  "defaults.yaml": `SchemaVersion: "1.0"
SageMaker:
  TrainingJob:
    EnableInterContainerTrafficEncryption: true
    VpcConfig:
      Subnets: [subnet-a1]
      SecurityGroupIds: [sg-train]
  ProcessingJob:
    NetworkConfig:
      VpcConfig:
        Subnets: [subnet-a1]
        SecurityGroupIds: [sg-train]
`,
  "refused.yaml": `SchemaVersion: "1.0"
SageMaker:
  TrainingJob:
    Subnets: [subnet-a1]
`,
};

function withDefaults(file: string, code: string): string {
  return `import os

os.environ["SAGEMAKER_USER_CONFIG_OVERRIDE"] = "${file}"

# %%
${code}`;
}

function inVpc(subnet: string, group = "sg-ok"): string {
  return estimator(`subnets=["${subnet}"]`, `security_group_ids=["${group}"]`);
}

function isolatedClarify(): string {
  return `\
import boto3

boto3.client("sagemaker").create_processing_job(
    ProcessingJobName="bias",
    RoleArn="arn:aws:iam::111122223333:role/Processing",
    AppSpecification={
        "ImageUri": "205585389593.dkr.ecr.us-east-1.amazonaws.com/sagemaker-clarify-processing:1.0"
    },
    ProcessingResources={
        "ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 30}
    },
    NetworkConfig={"EnableNetworkIsolation": True},
)
`;
}

function domain(): string {
  return `\
import boto3

boto3.client("sagemaker").create_domain(
    DomainName="lab",
    AuthMode="IAM",
    DefaultUserSettings={
        "ExecutionRole": "arn:aws:iam::111122223333:role/Studio",
        "SecurityGroups": ["sg-train"],
    },
    VpcId="vpc-a",
    SubnetIds=["subnet-a1"],
)
`;
}

function notebookInstance(setting: string): string {
  return `\
import boto3

boto3.client("sagemaker").create_notebook_instance(
    NotebookInstanceName="lab",
    InstanceType="ml.m5.large",
    RoleArn="arn:aws:iam::111122223333:role/Lab",
    ${setting},
)
`;
}

function endpointConfig(): string {
  return `\
import boto3

boto3.client("sagemaker").create_endpoint_config(
    EndpointConfigName="churn",
    ProductionVariants=[
        {
            "VariantName": "main",
            "ModelName": "churn",
            "InstanceType": "ml.m5.large",
            "InitialInstanceCount": 1,
        }
    ],
)
`;
}

function outputTo(bucket: string): string {
  return `"OutputDataConfig": {"S3OutputPath": "s3://${bucket}/out"}`;
}

function withRole(name: string, member = `"EnableNetworkIsolation": True`): string {
  return trainingJob(member).replace("role/Training", `role/${name}`);
}

function withKey(end: string): string {
  return `"OutputDataConfig": {
        "S3OutputPath": "s3://ml-data/out",
        "KmsKeyId": "11111111-aaaa-4bbb-8ccc-0000000000${end}",
    }`;
}

function fileSystem(id: string): string {
  return `"InputDataConfig": [
        {
            "ChannelName": "train",
            "DataSource": {
                "FileSystemDataSource": {
                    "FileSystemId": "${id}",
                    "FileSystemType": "EFS",
                    "FileSystemAccessMode": "ro",
                    "DirectoryPath": "/train",
                }
            },
        }
    ]`;
}

function trainingJob(member: string): string {
  return `\
import boto3

config = {
    "TrainingJobName": "churn-1",
    "RoleArn": "arn:aws:iam::111122223333:role/Training",
${member.includes(`"OutputDataConfig"`) ? "" : `    ${outputTo("ml-data")},\n`}    ${member},
}
boto3.client("sagemaker").create_training_job(**config)
`;
}

function estimator(...settings: readonly string[]): string {
  const lines = [
    `image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"`,
    `role="arn:aws:iam::111122223333:role/Training"`,
    `instance_count=1`,
    `instance_type="ml.m5.large"`,
    ...settings,
  ];
  return `from sagemaker.estimator import Estimator\n\nestimator = Estimator(\n${lines.map((line) => `    ${line},\n`).join("")})\n`;
}

function repackedModel(): string {
  return `\
from sagemaker.pytorch import PyTorch, PyTorchModel
from sagemaker.workflow.model_step import ModelStep
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.steps import TrainingStep

session = PipelineSession()
role = "arn:aws:iam::111122223333:role/Training"
estimator = PyTorch(
    entry_point="train.py",
    role=role,
    framework_version="2.1",
    py_version="py310",
    instance_count=1,
    instance_type="ml.m5.large",
    sagemaker_session=session,
    subnets=["subnet-a1"],
    security_group_ids=["sg-train"],
)
train = TrainingStep("Train", step_args=estimator.fit("s3://ml-data/train"))
model = PyTorchModel(
    model_data=train.properties.ModelArtifacts.S3ModelArtifacts,
    role=role,
    entry_point="serve.py",
    framework_version="2.1",
    py_version="py310",
    sagemaker_session=session,
)
register = ModelStep("Register", step_args=model.register(inference_instances=["ml.m5.large"]))
`;
}

function stateMachineModel(): string {
  return `\
from sagemaker.model import Model
from stepfunctions.steps import ModelStep

model = Model(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    model_data="s3://ml-data/model.tar.gz",
    role="arn:aws:iam::111122223333:role/Serving",
    vpc_config={"Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]},
)
step = ModelStep("Save", model=model, model_name="churn")
`;
}
