# dynamic: RoleArn
# %%
import sagemaker
from sagemaker import image_uris
from sagemaker.inputs import TrainingInput

session = sagemaker.Session()
container = image_uris.retrieve("xgboost", session.boto_region_name, "1.7-1")
# %%
xgb = sagemaker.estimator.Estimator(
    container,
    sagemaker.get_execution_role(),
    instance_count=1,
    instance_type="ml.m5.xlarge",
    output_path=f"s3://{session.default_bucket()}/xgb/output",
    sagemaker_session=session,
    subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
    security_group_ids=["sg-0a1000000000000aa"],
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
xgb.set_hyperparameters(objective="binary:logistic", num_round=100)
# %%
xgb.fit({"train": TrainingInput("s3://ml-data/train", content_type="csv")})
