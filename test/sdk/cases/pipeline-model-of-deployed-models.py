from sagemaker.pipeline import PipelineModel
from sagemaker.sklearn import SKLearnModel
from sagemaker.xgboost import XGBoostModel

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
network = {"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}
data = "s3://ml-artifacts/model.tar.gz"
# %%
prepare = SKLearnModel(model_data=data, role=role, entry_point="prepare.py", framework_version="1.2-1", vpc_config=network)
predict = XGBoostModel(model_data=data, role=role, entry_point="predict.py", framework_version="1.7-1", vpc_config=network)
for model in (prepare, predict):
    model.deploy(initial_instance_count=1, instance_type="ml.m5.large", kms_key="alias/ml-volume")
# %%
PipelineModel(models=[prepare, predict], role=role, vpc_config=network).deploy(1, "ml.m5.large", kms_key="alias/ml-volume")
