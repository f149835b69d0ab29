from sagemaker.model import Model

m = Model(
    model_data="s3://ml-artifacts/model.tar.gz",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1",
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
)

# %%
m.package_for_edge(
    output_path="s3://ml-artifacts/e",
    model_name="m",
    model_version="1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    s3_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
