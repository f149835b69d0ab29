# dynamic: NetworkConfig.VpcConfig.Subnets, NetworkConfig.VpcConfig.SecurityGroupIds, NetworkConfig.EnableNetworkIsolation
# user defaults: all.yaml
from sagemaker.network import NetworkConfig
from sagemaker.sklearn.processing import SKLearnProcessor

def processor(**network):
    return SKLearnProcessor(framework_version="1.2-1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_type="ml.m5.large", instance_count=1, network_config=NetworkConfig(**network))

# %%
for network in ({"subnets": ["subnet-0b20000000000001a"]}, {"security_group_ids": ["sg-0b2000000000000bb"], "enable_network_isolation": False}, {}):
    processor(**network).run(code="train.py", wait=False)
