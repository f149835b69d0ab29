# sdk: v3
from sagemaker.core.resources import Cluster
from sagemaker.core.shapes import ClusterInstanceGroupSpecification, ClusterLifeCycleConfig, VpcConfig

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
on_create = ClusterLifeCycleConfig(source_s3_uri="s3://ml-data/lc", on_create="on_create.sh")
cluster = Cluster.create(
    cluster_name="c",
    vpc_config=VpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
    region="us-east-1",
)
# %%
cluster.update(
    instance_groups=[
        ClusterInstanceGroupSpecification(
            instance_group_name="work",
            instance_type="ml.g5.12xlarge",
            instance_count=4,
            execution_role=role,
            life_cycle_config=on_create,
            override_vpc_config=VpcConfig(
                subnets=["subnet-0a10000000000002b"], security_group_ids=["sg-0a1000000000000aa"]
            ),
        )
    ]
)
