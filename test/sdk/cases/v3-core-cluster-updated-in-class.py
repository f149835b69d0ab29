# sdk: v3
from sagemaker.core.resources import Cluster
from sagemaker.core.shapes import ClusterInstanceGroupSpecification, ClusterLifeCycleConfig, VpcConfig


class Nodes:
    def __init__(self, name):
        self.cluster = Cluster.get(cluster_name=name)

    def add(self, count, network):
        group = ClusterInstanceGroupSpecification(
            instance_group_name="work",
            instance_type="ml.g5.12xlarge",
            instance_count=count,
            execution_role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
            life_cycle_config=ClusterLifeCycleConfig(source_s3_uri="s3://ml-data/lc", on_create="on_create.sh"),
            override_vpc_config=network,
        )
        self.cluster.update(instance_groups=[group])


# %%
Nodes("c").add(2, VpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0b2000000000000bb"]))
