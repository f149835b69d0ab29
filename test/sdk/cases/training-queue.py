from sagemaker.aws_batch.training_queue import TrainingQueue
from sagemaker.estimator import Estimator

estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    output_path="s3://ml-data/o",
    tags=[{"Key": "team", "Value": "ml"}],
    volume_kms_key="alias/ml-volume",
)
queue = TrainingQueue("ml-queue")
queue.submit(estimator, {"train": "s3://ml-data/train"}, "first", tags={"queue": "ml"})
