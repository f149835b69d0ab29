# dynamic: ProcessingResources.ClusterConfig.InstanceCount
from sagemaker.processing import ScriptProcessor
from sagemaker.network import NetworkConfig


def factory(
    net=NetworkConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
):
    count = 0

    def make(isolated):
        nonlocal count
        count += 1
        net.enable_network_isolation = isolated
        return ScriptProcessor(
            image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/proc:1",
            command=["python3"],
            role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
            instance_count=count,
            instance_type="ml.m5.xlarge",
            network_config=net,
        )

    return make


make = factory()
one = make(False)
two = make(True)
one.run(code="preprocess.py", wait=False)
two.run(code="preprocess.py", wait=False)
