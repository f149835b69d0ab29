from sagemaker.estimator import Estimator
from team import network
from team.settings import ROLE, estimator_settings

estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role=ROLE,
    **estimator_settings(count=2),
    **network.VPC,
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)

# %%
estimator.fit("s3://ml-data/train")
