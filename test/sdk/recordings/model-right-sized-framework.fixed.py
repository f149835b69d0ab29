from sagemaker.xgboost.model import XGBoostModel

model = XGBoostModel(
    model_data="s3://ml-artifacts/model.tar.gz",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    entry_point="inference.py", framework_version="1.7-1",
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
)
# %%
model.right_size(
    sample_payload_url="s3://ml-data/payload.tar.gz",
    supported_content_types=["text/csv"],
    job_duration_in_seconds=3600,
)
