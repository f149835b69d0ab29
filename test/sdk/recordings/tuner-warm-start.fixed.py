from sagemaker.estimator import Estimator
from sagemaker.tuner import ContinuousParameter, HyperparameterTuner

estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
tuner = HyperparameterTuner(
    estimator, "loss", {"lr": ContinuousParameter(0.1, 1)}, metric_definitions=[{"Name": "loss", "Regex": "l=(.*)"}], base_tuning_job_name="tune"
)
tuner.fit("s3://ml-data/train")

# %%
child = tuner.identical_dataset_and_algorithm_tuner()
child.fit("s3://ml-data/train", wait=False)
other = tuner.transfer_learning_tuner(estimator=estimator)
other.fit("s3://ml-data/train", wait=False)
