from sagemaker.model import FrameworkModel
from sagemaker.session import Session

model = FrameworkModel(
    model_data="s3://ml-artifacts/m.tar.gz",
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    entry_point="infer.py",
    source_dir="s3://ml-artifacts/src.tar.gz",
    vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]},
    sagemaker_session=Session(),
)
model.deploy(initial_instance_count=1, instance_type="ml.m5.large", kms_key="alias/ml-volume")
