from sagemaker.djl_inference import DJLModel

model = DJLModel(
    model_id="tiiuae/falcon-7b",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    subnets=["subnet-0a10000000000001a"],
)
model.deploy(instance_type="ml.g5.xlarge")
