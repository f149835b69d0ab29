# sdk: v3
from sagemaker.serve.model_builder import ModelBuilder
from sagemaker.train.configs import Networking

builder = ModelBuilder(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    s3_model_data_url="s3://ml-artifacts/model.tar.gz",
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    network=Networking(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
)

# %%
transformer = builder.transformer(
    instance_count=1,
    instance_type="ml.m5.xlarge",
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)

# %%
transformer.transform("s3://ml-data/in", wait=False)
