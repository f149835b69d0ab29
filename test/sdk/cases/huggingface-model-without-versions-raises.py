from sagemaker.huggingface import HuggingFaceModel

model = HuggingFaceModel(
    model_data="s3://ml-data/model.tar.gz",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]},
)
model.deploy(initial_instance_count=1, instance_type="ml.m5.xlarge")
