import boto3

boto3.client("sagemaker").create_domain(
    DomainName="team",
    AuthMode="IAM",
    VpcId="vpc-0a10000000000000a",
    SubnetIds=["subnet-0a10000000000001a"],
    AppNetworkAccessType="VpcOnly",
    KmsKeyId="alias/ml-volume",
    DefaultUserSettings={"ExecutionRole": "arn:aws:iam::111122223333:role/SageMakerExecutionRole", "SecurityGroups": ["sg-0a1000000000000aa"]},
)
