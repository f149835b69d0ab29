IMG = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
ROLE = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
SUB = ["subnet-0a10000000000001a", "subnet-0a10000000000002b"]
SG = ["sg-0a1000000000000aa"]
from sagemaker.estimator import Estimator
from sagemaker.tuner import HyperparameterTuner, ContinuousParameter
est = Estimator(
    IMG,
    ROLE,
    1,
    "ml.m5.xlarge",
    subnets=SUB,
    security_group_ids=SG,
    tags=[{"Key": "of", "Value": "estimator"}],
    output_path="s3://ml-artifacts/o",
    max_run=600,
    use_spot_instances=True,
    max_wait=1200,
    volume_size=50,
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
t = HyperparameterTuner(est, "acc", {"lr": ContinuousParameter(0.1, 0.2)}, [{"Name": "acc", "Regex": "acc=(.*)"}], tags=[{"Key": "of", "Value": "tuner"}])
t.fit({"train": "s3://ml-data/train", "test": "s3://ml-data/test"})
