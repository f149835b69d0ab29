# sdk: v3
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, Networking, OutputDataConfig, StoppingCondition

trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    compute=Compute(
        instance_type="ml.m5.4xlarge", instance_count=2, volume_size_in_gb=100, volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001"
    ),
    networking=Networking(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
        enable_network_isolation=True,
        enable_inter_container_traffic_encryption=True,
    ),
    output_data_config=OutputDataConfig(s3_output_path="s3://ml-artifacts/models/", kms_key_id="alias/ml-output"),
    stopping_condition=StoppingCondition(max_runtime_in_seconds=7200),
)
trainer.train(wait=False)
