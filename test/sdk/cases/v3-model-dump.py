# sdk: v3
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, Networking

network = Networking(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"], enable_network_isolation=True)
common = dict(training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
# %%
dumped = network.model_dump()
network.subnets.append("subnet-0a10000000000002b")
ModelTrainer(**common, compute=Compute(instance_type="ml.m5.xlarge", instance_count=1), networking=Networking(**dumped)).train(wait=False)
# %%
settings = network.model_dump(exclude_none=True) | {"enable_network_isolation": False}
ModelTrainer(**common, compute=Compute(instance_type="ml.m5.xlarge", instance_count=1), networking=Networking(**settings)).train(wait=False)
# %%
compute = Compute(instance_type="ml.m5.xlarge", instance_count=2, volume_kms_key_id="alias/ml-volume")
again = compute.model_dump()
print("enable_inter_container_traffic_encryption" in settings, again["keep_alive_period_in_seconds"])
ModelTrainer(**common, compute=Compute(instance_type=again["instance_type"], instance_count=again["instance_count"], volume_kms_key_id=again["volume_kms_key_id"]), networking=Networking(subnets=settings["subnets"], security_group_ids=settings.get("security_group_ids"))).train(wait=False)
