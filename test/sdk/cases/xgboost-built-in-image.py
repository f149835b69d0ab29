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
)
xgb.set_hyperparameters(objective="binary:logistic", num_round=100)
# %%
xgb.fit({"train": TrainingInput("s3://ml-data/train", content_type="csv")})
