import boto3

sm = boto3.client("sagemaker", region_name="us-east-1")
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"


def group(name, **more):
    return {
        "InstanceGroupName": name,
        "InstanceType": "ml.m5.xlarge",
        "InstanceCount": 1,
        "LifeCycleConfig": {"SourceS3Uri": "s3://ml-data/lc", "OnCreate": "on.sh"},
        "ExecutionRole": role,
        **more,
    }


sm.create_cluster(
    ClusterName="c",
    VpcConfig={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]},
    InstanceGroups=[
        group("controller"),
        group(
            "worker",
            OverrideVpcConfig={
                "Subnets": ["subnet-0a10000000000002b", "subnet-0a1000000000000ff"],
                "SecurityGroupIds": ["sg-0a1000000000000aa"],
            },
        ),
    ],
)
