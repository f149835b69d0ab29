# sdk: v3
from sagemaker.core.resources import Cluster
from sagemaker.core.shapes import VpcConfig, ClusterInstanceGroupSpecification, ClusterLifeCycleConfig

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
on_create = ClusterLifeCycleConfig(source_s3_uri="s3://ml-data/lc", on_create="on.sh")

Cluster.create(
    cluster_name="c",
    vpc_config=VpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
    instance_groups=[
        ClusterInstanceGroupSpecification(instance_count=2, instance_group_name="g", instance_type="ml.g5.8xlarge", life_cycle_config=on_create, execution_role=role),
        ClusterInstanceGroupSpecification(
            instance_count=1, instance_group_name="h", instance_type="ml.m5.xlarge", life_cycle_config=on_create, execution_role=role,
            override_vpc_config=VpcConfig(subnets=["subnet-0a10000000000002b", "subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
        ),
    ],
)
