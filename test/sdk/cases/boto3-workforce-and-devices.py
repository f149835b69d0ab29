import boto3

sm = boto3.client("sagemaker", region_name="us-east-1")

# %%
workforce_vpc_config = {"VpcId": "vpc-0a100000000000001",
 "SecurityGroupIds": ["sg-0a1000000000000aa"],
 "Subnets": ["subnet-0a10000000000001a"]}
sm.create_workforce(WorkforceName="churn", WorkforceVpcConfig=workforce_vpc_config)

# %%
workforce_vpc_config = {"VpcId": "vpc-0a100000000000001",
 "SecurityGroupIds": ["sg-0a1000000000000aa"],
 "Subnets": ["subnet-0a10000000000001a"]}
sm.update_workforce(WorkforceName="churn", WorkforceVpcConfig=workforce_vpc_config)

# %%
output_config = {"S3OutputLocation": "s3://ml-artifacts/x", "KmsKeyId": "alias/ml-output"}
request = dict(DeviceFleetName="churn")
request["RoleArn"] = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
request["OutputConfig"] = output_config
sm.create_device_fleet(**request)

# %%
output_config = {"S3OutputLocation": "s3://ml-artifacts/x", "KmsKeyId": "alias/ml-output"}
request = dict(DeviceFleetName="churn")
request["RoleArn"] = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
request["OutputConfig"] = output_config
sm.update_device_fleet(**request)
