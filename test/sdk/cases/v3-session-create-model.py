# sdk: v3
from sagemaker.core.helper.session_helper import Session

session = Session()
session.create_model(
    "m",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    [{"Image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1"}],
    vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]},
    enable_network_isolation=True,
)

# %%
session.create_endpoint_config(
    "c",
    production_variants=[
        {"ModelName": "m", "VariantName": "v", "InitialInstanceCount": 1, "InstanceType": "ml.m5.xlarge"}
    ],
    kms_key="alias/ml-volume",
)

# %%
session.endpoint_from_production_variants(
    "e",
    [{"ModelName": "m", "VariantName": "v", "InitialInstanceCount": 1, "InstanceType": "ml.m5.xlarge"}],
    kms_key="alias/ml-volume",
    wait=False,
)
