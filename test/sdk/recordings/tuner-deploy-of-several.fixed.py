# dynamic: CreateModel.VpcConfig.Subnets, CreateModel.VpcConfig.SecurityGroupIds, CreateModel.EnableNetworkIsolation, CreateModel.ExecutionRoleArn
from sagemaker.estimator import Estimator
from sagemaker.tuner import HyperparameterTuner, ContinuousParameter

md = [{"Name": "loss", "Regex": "l=(.*)"}]
a = Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    1,
    "ml.m5.xlarge",
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
b = Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    1,
    "ml.m5.xlarge",
    subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
    security_group_ids=["sg-0a1000000000000aa"],
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
r = {"lr": ContinuousParameter(0.1, 1)}
t = HyperparameterTuner.create(
    {"a": a, "b": b}, {"a": "loss", "b": "loss"}, {"a": r, "b": r}, metric_definitions_dict={"a": md, "b": md}
)
t.fit({"a": "s3://ml-data/train", "b": "s3://ml-data/train"}, include_cls_metadata={"a": False, "b": False})
t.deploy(1, "ml.m5.large", endpoint_name="e")
