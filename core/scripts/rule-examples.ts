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
