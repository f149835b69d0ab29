import boto3

boto3.client("sagemaker").create_endpoint_config(
    EndpointConfigName="churn",
    ProductionVariants=[{"VariantName": "a", "ModelName": "churn", "InstanceType": "ml.m5.large", "InitialInstanceCount": 1}],
    KmsKeyId="alias/ml-volume",
)
