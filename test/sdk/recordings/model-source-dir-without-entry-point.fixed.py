from sagemaker.model import Model

m = Model(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1",
    model_data="s3://ml-artifacts/model.tar.gz",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    source_dir="src",
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
)
m.deploy(initial_instance_count=1, instance_type="ml.m5.large")
