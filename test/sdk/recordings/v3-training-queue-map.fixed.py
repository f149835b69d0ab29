# sdk: v3
from sagemaker.train.aws_batch.training_queue import TrainingQueue
from sagemaker.train.configs import Compute, InputData, OutputDataConfig, SourceCode, Networking
from sagemaker.train.model_trainer import ModelTrainer

trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    source_code=SourceCode(command="echo hello"),
    compute=Compute(
        instance_type="ml.m5.xlarge",
        instance_count=1,
        volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    ),
    output_data_config=OutputDataConfig(s3_output_path="s3://ml-data/o", kms_key_id="alias/ml-output"),
    networking=Networking(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
)
queue = TrainingQueue("ml-queue")
for name in ["a", "b"]:
    queue.submit(trainer, [InputData(channel_name="train", data_source=f"s3://ml-data/{name}")])
