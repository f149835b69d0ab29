role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
subnets = ["subnet-0a10000000000001a"]
groups = ["sg-0a1000000000000aa"]
from sagemaker.automl.automl import AutoML

a = AutoML(
    role=role,
    target_attribute_name="y",
    vpc_config={"subnets": subnets, "security_group_ids": groups},
    output_path="s3://ml-data/o",
)
a.fit("s3://ml-data/in")
