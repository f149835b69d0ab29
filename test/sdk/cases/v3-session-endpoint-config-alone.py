# sdk: v3
from sagemaker.core.helper.session_helper import Session, production_variant

session = Session()
session.create_endpoint_config(
    name="fraud-config",
    production_variants=[production_variant("fraud", "ml.m5.large", 1)],
    kms_key="alias/ml-volume",
    vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]},
    enable_network_isolation=True,
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
)
