# user defaults: all.yaml
from sagemaker.session import Session

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
session = Session()

# %%
session.train(
    input_mode="File",
    input_config=[],
    role=role,
    job_name="j",
    output_config={"S3OutputPath": "s3://ml-artifacts/"},
    resource_config={"InstanceType": "ml.m5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 30},
    hyperparameters={},
    stop_condition={"MaxRuntimeInSeconds": 3600},
    tags=None,
    metric_definitions=None,
    image_uri=image,
    enable_network_isolation=False,
    encrypt_inter_container_traffic=False,
)

# %%
session.create_model(
    name="m", role=role, container_defs={"Image": image, "Environment": {}}, enable_network_isolation=False
)
