from sagemaker.network import NetworkConfig
from sagemaker.processing import Processor
p = Processor("arn:aws:iam::111122223333:role/SageMakerExecutionRole", "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", 1, "ml.m5.large", network_config=NetworkConfig())
del p.network_config
p.run(wait=False, logs=False)
