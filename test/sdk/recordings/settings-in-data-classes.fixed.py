from collections import namedtuple
from dataclasses import asdict, dataclass, field, replace
from enum import Enum

from sagemaker.estimator import Estimator
from sagemaker.network import NetworkConfig
from sagemaker.processing import Processor


class Size(str, Enum):
    SMALL = "ml.m5.large"
    LARGE = "ml.m5.4xlarge"


@dataclass
class Network:
    subnets: list = field(default_factory=lambda: ["subnet-0a10000000000001a"])
    security_group_ids: list = field(default_factory=list)


@dataclass(frozen=True)
class Job:
    instance_type: str
    instance_count: int = 1
    volume_kms_key: str | None = "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001"


Place = namedtuple("Place", "image_uri role", defaults=["arn:aws:iam::111122223333:role/SageMakerExecutionRole"])
place = Place("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1")
network = Network(security_group_ids=["sg-0a1000000000000aa"])
job = Job(Size.LARGE.value)
Estimator(
    **place._asdict(),
    **asdict(job),
    **vars(network),
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
).fit(wait=False)
network.subnets.append("subnet-0a10000000000002b")
keyed = replace(job, instance_type=Size["SMALL"].value, volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001")
Estimator(
    **place._asdict(),
    **asdict(keyed),
    **asdict(network),
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
).fit(wait=False)
given = NetworkConfig(**asdict(network), encrypt_inter_container_traffic=True)
Processor(
    place.role, place.image_uri, job.instance_count, keyed.instance_type, network_config=NetworkConfig(**vars(given)),
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001"
).run(logs=False, wait=False)
