# sdk: v3
# known: Tags
from sagemaker.core.shapes import Tag, VpcConfig
from sagemaker.train import SFTTrainer, DPOTrainer, RLVRTrainer, RLAIFTrainer
from sagemaker.train.base_trainer import TrainingJobCompute

trainer = SFTTrainer(
    model="meta-textgeneration-llama-3-2-1b-instruct", mlflow_resource_arn="arn:aws:sagemaker:us-east-1:111122223333:mlflow-app/app",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", accept_eula=True, s3_output_path="s3://ml-artifacts/", training_dataset="s3://ml-data/train.jsonl", validation_dataset="s3://ml-data/val.jsonl", compute=TrainingJobCompute(instance_type="ml.p4d.24xlarge", instance_count=2), tags=[Tag(key="team", value="ml")],
    networking=VpcConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ))
trainer.train(wait=False)
