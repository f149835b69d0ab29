import boto3

boto3.client("sagemaker").create_notebook_instance(
    NotebookInstanceName="team",
    InstanceType="ml.t3.medium",
    RoleArn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    SubnetId="subnet-0a10000000000001a",
    SecurityGroupIds=["sg-0a1000000000000aa"],
    DirectInternetAccess="Disabled",
)
