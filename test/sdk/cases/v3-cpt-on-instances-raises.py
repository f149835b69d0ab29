# sdk: v3
from sagemaker.core.shapes import VpcConfig
from sagemaker.train.base_trainer import TrainingJobCompute
from sagemaker.train.cpt_trainer import CPTTrainer

trainer = CPTTrainer(
    model="meta-textgeneration-llama-3-2-1b-instruct",
    training_dataset="s3://ml-data/train.jsonl",
    mlflow_resource_arn="arn:aws:sagemaker:us-east-1:111122223333:mlflow-app/app",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    accept_eula=True,
    compute=TrainingJobCompute(instance_type="ml.p5.48xlarge", instance_count=4),
    networking=VpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
    s3_output_path="s3://ml-artifacts/",
)
