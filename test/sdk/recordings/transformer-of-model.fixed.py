from sagemaker.model import Model

model = Model(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    model_data="s3://ml-data/model.tar.gz",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
)
transformer = model.transformer(
    instance_count=1,
    instance_type="ml.m5.xlarge",
    volume_kms_key="alias/ml-volume",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)

# %%
transformer.transform("s3://ml-data/batch", split_type="Line")
