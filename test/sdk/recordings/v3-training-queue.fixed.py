# sdk: v3
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, Networking, SourceCode, StoppingCondition, OutputDataConfig
from sagemaker.train.aws_batch.training_queue import TrainingQueue

trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    source_code=SourceCode(command="echo hello"),
    base_job_name="hello",
    compute=Compute(instance_type="ml.m5.xlarge", instance_count=1, volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001"),
    networking=Networking(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
    stopping_condition=StoppingCondition(max_runtime_in_seconds=300),
    output_data_config=OutputDataConfig(
        kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    ),
)
queue = TrainingQueue("ml-queue")
job = queue.submit(job_name="one", training_job=trainer, priority=3, inputs=None)
