# dynamic: CreateProcessingJob.NetworkConfig.VpcConfig.Subnets, CreateProcessingJob.NetworkConfig.VpcConfig.SecurityGroupIds, CreateProcessingJob.NetworkConfig.EnableNetworkIsolation, CreateModel.VpcConfig.Subnets, CreateModel.VpcConfig.SecurityGroupIds
import os
from sagemaker.network import NetworkConfig
from sagemaker.processing import Processor
from sagemaker.estimator import Estimator
from sagemaker.model import Model

if os.environ.get("STAGE") == "prod":
    net = NetworkConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])
else:
    net = NetworkConfig(subnets=["subnet-0a10000000000002b"], security_group_ids=["sg-0a1000000000000aa"])
if os.environ.get("ISOLATED", "yes") == "yes":
    net.enable_network_isolation = True
Processor(
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/proc:1",
    1,
    "ml.m5.xlarge",
    network_config=net,
).run(wait=False, logs=False)
vpc = (
    {"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}
    if os.environ.get("STAGE") == "prod"
    else {"Subnets": ["subnet-0a10000000000002b"]}
)
if os.environ.get("GROUPS", "yes") == "yes":
    vpc["SecurityGroupIds"] = ["sg-0a1000000000000aa"]
    vpc["Subnets"] = ["subnet-0b20000000000001a"] if os.environ.get("STAGE") == "x" else vpc["Subnets"]
Model(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    "s3://a/m.tar.gz",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    vpc_config=vpc,
    name="m",
).create(instance_type="ml.m5.large")
