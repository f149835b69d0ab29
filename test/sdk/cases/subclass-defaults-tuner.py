from sagemaker.xgboost import XGBoost
from sagemaker.tuner import HyperparameterTuner, IntegerParameter
class Team(XGBoost):
    def __init__(self, **kwargs):
        kwargs.setdefault("subnets", ["subnet-0a10000000000001a"])
        kwargs.setdefault("security_group_ids", ["sg-0a1000000000000aa"])
        super().__init__(entry_point="t.py", framework_version="1.7-1", **kwargs)
est = Team(role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, instance_type="ml.m5.xlarge", volume_kms_key="alias/ml-volume", encrypt_inter_container_traffic=True)
# %%
HyperparameterTuner(est, "validation:rmse", {"max_depth": IntegerParameter(1, 9)}).fit({"train": "s3://ml-data/train", "validation": "s3://ml-data/v"}, wait=False)
