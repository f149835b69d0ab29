/**
 * For each rule, code that breaks it, for its page. A test runs each against the account of the rule tests: the
 * example triggers the rule, and the first fix silences it.
 */
export const ruleExamples: Readonly<Record<string, string>> = {
  "vpc-config-missing": estimator(),
  "vpc-config-incomplete": estimator(`subnets=["subnet-a1"]`),
  "sdk-version-mismatch": `%pip install "sagemaker>=3"\n${estimator()}`,
  "setting-not-sent": modelOfTrainer(),
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
};

/** Rules whose findings need more than an edit of the call. */
export const rulesWithoutFix: ReadonlySet<string> = new Set(["sdk-version-mismatch"]);

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
