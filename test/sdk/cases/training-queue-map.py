# dynamic: EnableInterContainerTrafficEncryption
import sagemaker
from sagemaker.aws_batch.training_queue import TrainingQueue
from sagemaker.pytorch import PyTorch


def network(environment):
    return {"subnets": ["subnet-0a10000000000001a"], "security_group_ids": ["sg-0a1000000000000aa"]}


estimator = PyTorch(
    entry_point="train.py",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=2,
    instance_type="ml.m5.xlarge",
    framework_version="2.1",
    py_version="py310",
    output_path="s3://ml-data/o",
    sagemaker_session=sagemaker.Session(),
    **network("prod"),
)
queue = TrainingQueue(queue_name="ml-queue")
jobs = queue.map(training_job=estimator, inputs=["s3://ml-data/a", "s3://ml-data/b"])
estimator.encrypt_inter_container_traffic = True
queue.submit(training_job=estimator, inputs="s3://ml-data/c", priority=1)
