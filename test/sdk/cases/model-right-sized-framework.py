from sagemaker.xgboost.model import XGBoostModel

model = XGBoostModel(
    model_data="s3://ml-artifacts/model.tar.gz",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    entry_point="inference.py", framework_version="1.7-1",
)
# %%
model.right_size(
    sample_payload_url="s3://ml-data/payload.tar.gz",
    supported_content_types=["text/csv"],
    job_duration_in_seconds=3600,
)
