# sdk: v3
# user defaults: trainer.yaml
from sagemaker.core.shapes import VpcConfig
from sagemaker.train import SFTTrainer
from sagemaker.train.base_trainer import TrainingJobCompute

tuned = dict(
    model="meta-textgeneration-llama-3-2-1b-instruct",
    training_dataset="s3://ml-data/train.jsonl",
    mlflow_resource_arn="arn:aws:sagemaker:us-east-1:111122223333:mlflow-app/app",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    accept_eula=True,
    s3_output_path="s3://ml-artifacts/",
    compute=TrainingJobCompute(instance_type="ml.p4d.24xlarge", instance_count=2),
)
# %%
SFTTrainer(**tuned).train(wait=False)

# %%
other = VpcConfig(subnets=["subnet-0a10000000000002b"], security_group_ids=["sg-0a1000000000000aa"])
SFTTrainer(**tuned, networking=other).train(wait=False)
