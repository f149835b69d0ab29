# sdk: v3
# user defaults: all.yaml
from sagemaker.core.helper.session_helper import Session

session = Session()
session.create_model(
    "m",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    [{"Image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1"}],
)

# %%
session.create_endpoint_config(
    "c",
    production_variants=[
        {"ModelName": "m", "VariantName": "v", "InitialInstanceCount": 1, "InstanceType": "ml.m5.xlarge"}
    ],
)
