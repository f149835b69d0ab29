# %%
# sdk: v3
from sagemaker.core.network import NetworkConfig

subnets = ["subnet-0a10000000000001a"]
network = NetworkConfig(
    True, ["sg-0a1000000000000aa"], subnets, encrypt_inter_container_traffic=True
)
subnets.append("subnet-0a10000000000002b")
# %%
from sagemaker.core.processing import ScriptProcessor

processor = ScriptProcessor(
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    ["python3"],
    2,
    "ml.m5.xlarge",
    network_config=network,
)
processor.volume_kms_key = "alias/ml-volume"
# %%
processor.run("prepare.py", wait=False)
