role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
subnets = ["subnet-0a10000000000001a"]
groups = ["sg-0a1000000000000aa"]
from sagemaker.automl.automl import AutoML

a = AutoML(
    role=role,
    target_attribute_name="y",
    vpc_config={
        "subnets": subnets,
        "security_group_ids": groups,
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": groups,
    },
    output_path="s3://ml-data/o",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
a.fit("s3://ml-data/in")
