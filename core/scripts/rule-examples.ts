/**
 * For each rule, code that breaks it, for its page. A test runs each against the account of the rule tests: the
 * example triggers the rule, and the first fix silences it.
 */
export const ruleExamples: Readonly<Record<string, string>> = {
  "vpc-config-missing": estimator(),
  "vpc-config-incomplete": estimator(`subnets=["subnet-a1"]`),
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
};

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

/** Rules that only tell: what to change is not in the notebook, or the author's to decide. */
export const withoutFix: ReadonlySet<string> = new Set([
  "sdk-defaults-refused",
  "sdk-defaults-not-sent",
  "network-mixed-with-defaults",
  "argument-lost-to-defaults",
]);

function withDefaults(file: string, code: string): string {
  return `import os

os.environ["SAGEMAKER_USER_CONFIG_OVERRIDE"] = "${file}"

# %%
${code}`;
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
