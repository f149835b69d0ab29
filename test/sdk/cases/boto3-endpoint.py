import boto3

sm = boto3.client("sagemaker")
sm.create_endpoint_config(
    EndpointConfigName="churn",
    KmsKeyId="alias/ml-volume",
    ProductionVariants=[
        {
            "VariantName": "a",
            "ModelName": "churn",
            "InitialInstanceCount": 1,
            "InstanceType": "ml.m5.large",
        }
    ],
)
sm.create_endpoint(EndpointName="churn", EndpointConfigName="churn")
sm.update_endpoint(EndpointName="churn", EndpointConfigName="churn")
sm.start_pipeline_execution(PipelineName="fraud")
