from sagemaker.session import Session, production_variant

session = Session()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
vpc = {"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}

# %%
session.endpoint_from_production_variants(
    "e",
    [production_variant("m", "ml.m5.large")],
    kms_key="alias/ml-volume",
    vpc_config=vpc,
    enable_network_isolation=True,
    role=role,
)

# %%
session.endpoint_from_model_data(
    "s3://ml-data/m.tar.gz",
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    1,
    "ml.m5.large",
    name="n",
    role=role,
    model_vpc_config=vpc,
)
