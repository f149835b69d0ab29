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
m.compile("ml_c5", {}, "s3://ml-artifacts/o", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", job_name="c")
