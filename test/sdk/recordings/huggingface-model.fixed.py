from sagemaker.huggingface import HuggingFaceModel

hub = {"HF_MODEL_ID": "distilbert-base-uncased", "HF_TASK": "fill-mask"}
model = HuggingFaceModel(
    env=hub,
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    transformers_version="4.26",
    pytorch_version="1.13",
    py_version="py39",
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
)
predictor = model.deploy(initial_instance_count=1, instance_type="ml.m5.xlarge")
