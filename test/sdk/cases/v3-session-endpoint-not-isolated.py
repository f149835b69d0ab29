# sdk: v3
from sagemaker.core.helper.session_helper import Session

session = Session()
session.endpoint_from_production_variants(
    name="e",
    production_variants=[
        {"VariantName": "v", "ModelName": "m", "InstanceType": "ml.m5.large", "InitialInstanceCount": 1}
    ],
    enable_network_isolation=False,
)

# %%
session.create_model(
    name="m",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    container_defs={"Image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1"},
    enable_network_isolation=False,
)
