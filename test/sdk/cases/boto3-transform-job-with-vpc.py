import boto3

boto3.client("sagemaker").create_transform_job(
    TransformJobName="transform-1",
    ModelName="churn",
    TransformInput={"DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": "s3://ml-data/in"}}},
    TransformOutput={"S3OutputPath": "s3://ml-data/out"},
    TransformResources={"InstanceType": "ml.m5.xlarge", "InstanceCount": 1},
    VpcConfig={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]},
)
