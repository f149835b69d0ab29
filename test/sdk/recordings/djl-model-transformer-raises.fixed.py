from sagemaker.djl_inference import DJLModel

m = DJLModel(
    model_id="gpt2",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
)

# %%
m.transformer(
    instance_count=1,
    instance_type="ml.g5.xlarge",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
