# sdk: v3
# dynamic: NetworkConfig.VpcConfig.Subnets, NetworkConfig.VpcConfig.SecurityGroupIds, NetworkConfig.EnableNetworkIsolation
import copy

from sagemaker.core.network import NetworkConfig
from sagemaker.core.processing import ScriptProcessor

first = ScriptProcessor(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/process:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    command=["python3"],
    instance_count=1,
    instance_type="ml.m5.xlarge",
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)
second = copy.copy(first)
second.network_config = NetworkConfig(
    subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]
)

# %%
first.run(code="s3://ml-data/run.py", wait=False, logs=False)
second.run(code="s3://ml-data/run.py", wait=False, logs=False)
