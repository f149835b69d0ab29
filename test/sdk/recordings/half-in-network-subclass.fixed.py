from sagemaker.network import NetworkConfig
from sagemaker.processing import ScriptProcessor

class Network(NetworkConfig):
    def __init__(self, groups=None):
        super().__init__(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"], enable_network_isolation=True)

p = ScriptProcessor(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1",
    command=["python3"],
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.large",
    network_config=Network(),
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)

# %%
p.run("train.py", wait=False)
