# sdk: v3
from sagemaker.train.aws_batch.training_queue import TrainingQueue
from sagemaker.train.configs import Compute, InputData, OutputDataConfig, SourceCode
from sagemaker.train.model_trainer import ModelTrainer

trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    source_code=SourceCode(command="echo hello"),
    compute=Compute(instance_type="ml.m5.xlarge", instance_count=1),
    output_data_config=OutputDataConfig(s3_output_path="s3://ml-data/o", kms_key_id="alias/ml-output"),
)
queue = TrainingQueue("ml-queue")
for name in ["a", "b"]:
    queue.submit(trainer, [InputData(channel_name="train", data_source=f"s3://ml-data/{name}")])
