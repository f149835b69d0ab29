from sagemaker.huggingface import HuggingFaceModel

model = HuggingFaceModel(
    model_data="s3://ml-artifacts/model.tar.gz",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    entry_point="inference.py",
    vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]},
    transformers_version="4.26",
    pytorch_version=None,
    py_version="py39",
)
model.deploy(1, "ml.g4dn.xlarge", endpoint_name="e")
