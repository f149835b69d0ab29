import boto3

sm = boto3.client("sagemaker", region_name="us-east-1")

# %%
instance_groups = [{"InstanceCount": 1,
  "MinInstanceCount": 1,
  "InstanceGroupName": "churn",
  "InstanceType": "ml.m5.large",
  "LifeCycleConfig": {"SourceS3Uri": "s3://ml-artifacts/x"},
  "ExecutionRole": "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
  "OverrideVpcConfig": {"SecurityGroupIds": ["sg-0a1000000000000aa"],
                        "Subnets": ["subnet-0a10000000000001a"]}}]
vpc_config = {"SecurityGroupIds": ["sg-0a1000000000000aa"], "Subnets": ["subnet-0a10000000000001a"]}
request = {"ClusterName": "churn", "InstanceGroups": instance_groups, "VpcConfig": vpc_config, "ClusterRole": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"}
sm.create_cluster(**request)

# %%
instance_groups = [{"InstanceCount": 1,
  "MinInstanceCount": 1,
  "InstanceGroupName": "churn",
  "InstanceType": "ml.m5.large",
  "LifeCycleConfig": {"SourceS3Uri": "s3://ml-artifacts/x"},
  "ExecutionRole": "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
  "OverrideVpcConfig": {"SecurityGroupIds": ["sg-0a1000000000000aa"],
                        "Subnets": ["subnet-0a10000000000001a"]}}]
request = {"ClusterName": "churn", "InstanceGroups": instance_groups, "InstanceGroupsToDelete": ["churn"], "ClusterRole": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"}
sm.update_cluster(**request)

# %%
sm.update_cluster_software(ClusterName="churn", InstanceGroups=[{"InstanceGroupName": "churn"}])

# %%
compute_quota_config = {"ComputeQuotaResources": [{"InstanceType": "ml.m5.large"}]}
sm.create_compute_quota(Name="churn", ClusterArn="arn:aws:sagemaker:us-east-1:111122223333:thing/x", ComputeQuotaConfig=compute_quota_config, ComputeQuotaTarget={"TeamName": "churn"})

# %%
sm.update_compute_quota(ComputeQuotaId="churn", TargetVersion=1)
