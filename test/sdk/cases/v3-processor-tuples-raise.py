# sdk: v3
from sagemaker.core.processing import Processor
from sagemaker.core.network import NetworkConfig
p = Processor("arn:aws:iam::111122223333:role/SageMakerExecutionRole", "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", 1, "ml.m5.xlarge", network_config=NetworkConfig(subnets=("subnet-0a10000000000001a",), security_group_ids=("sg-0a1000000000000aa",)))
# %%
p.run(wait=False, logs=False)
