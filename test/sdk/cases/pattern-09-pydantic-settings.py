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
    volume_kms_key=settings.volume_key,
    **settings.network.model_dump(),
)
estimator.fit("s3://ml-data/train", wait=False)
