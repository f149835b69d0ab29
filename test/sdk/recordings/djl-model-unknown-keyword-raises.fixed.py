from sagemaker.djl_inference import DJLModel

model = DJLModel(
    model_id="tiiuae/falcon-7b",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    subnets=["subnet-0a10000000000001a"],
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
)
model.deploy(instance_type="ml.g5.xlarge")
