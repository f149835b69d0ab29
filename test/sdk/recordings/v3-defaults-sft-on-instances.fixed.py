# sdk: v3
# user defaults: all.yaml
# dynamic: RoleArn
from sagemaker.train import SFTTrainer
from sagemaker.train.base_trainer import TrainingJobCompute
from sagemaker.core.shapes import VpcConfig

trainer = SFTTrainer(
    model="meta-textgeneration-llama-3-2-1b-instruct",
    training_dataset="s3://ml-data/train.jsonl",
    mlflow_resource_arn="arn:aws:sagemaker:us-east-1:111122223333:mlflow-app/app",
    accept_eula=True,
    compute=TrainingJobCompute(instance_type="ml.p4d.24xlarge", instance_count=2, volume_kms_key_id="alias/ml-volume"),
    s3_output_path="s3://ml-artifacts/",
    kms_key_id="alias/ml-output",
    networking=VpcConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
)
trainer.train(wait=False)
