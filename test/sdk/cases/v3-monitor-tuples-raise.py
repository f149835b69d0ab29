# sdk: v3
from sagemaker.core.model_monitor import DefaultModelMonitor, DatasetFormat
from sagemaker.core.network import NetworkConfig
m = DefaultModelMonitor(role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", network_config=NetworkConfig(subnets=("subnet-0a10000000000001a",), security_group_ids=("sg-0a1000000000000aa",)))
# %%
m.suggest_baseline("s3://ml-data/t.csv", DatasetFormat.csv(), "s3://ml-data/o", wait=False, logs=False)
