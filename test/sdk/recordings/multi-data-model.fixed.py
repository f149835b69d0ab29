from sagemaker.multidatamodel import MultiDataModel

models = MultiDataModel(
    name="many",
    model_data_prefix="s3://ml-data/models/",
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
)
models.deploy(initial_instance_count=1, instance_type="ml.m5.large", kms_key="alias/ml-volume")
