# user defaults: all.yaml
from sagemaker.session import Session

session = Session()
session.endpoint_from_production_variants(
    "f",
    [{"ModelName": "m", "VariantName": "v", "InitialInstanceCount": 1, "InstanceType": "ml.g5.xlarge"}],
    wait=False,
)

# %%
session.endpoint_from_production_variants(
    "g",
    [{"ModelName": "m", "VariantName": "v", "InitialInstanceCount": 1, "InstanceType": "ml.m5.xlarge"}],
    wait=False,
)
