# sdk: v3
# dynamic: ResourceConfig.InstanceType
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, Networking

for i, kind in enumerate(["ml.m5.xlarge", "ml.c5.xlarge"]):
    globals()[f"trainer{i}"] = ModelTrainer(training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", compute=Compute(instance_type=kind, instance_count=1), networking=Networking(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]))
trainer0.train(wait=False)
trainer1.train(wait=False)
