from typing import List, Optional

import yaml
from pydantic import BaseModel, Field
from sagemaker.estimator import Estimator


class Network(BaseModel):
    subnets: List[str]
    security_group_ids: List[str] = Field(default_factory=list)


class Settings(BaseModel):
    image: str
    role: str
    network: Network
    volume_key: Optional[str] = None
    instance_count: int = 1


with open("job.yaml") as f:
    settings = Settings(**yaml.safe_load(f))

# %%
estimator = Estimator(
    settings.image,
    settings.role,
    settings.instance_count,
    "ml.m5.xlarge",
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    **settings.network.model_dump(),
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
estimator.fit("s3://ml-data/train", wait=False)
