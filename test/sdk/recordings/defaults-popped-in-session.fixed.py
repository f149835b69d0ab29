# user defaults: all.yaml
import sagemaker, copy
from sagemaker.config import load_sagemaker_config
from sagemaker.estimator import Estimator

cfg = load_sagemaker_config()
cfg["SageMaker"]["TrainingJob"].pop("VpcConfig")
own = copy.deepcopy(cfg)
own["SageMaker"]["TrainingJob"]["EnableInterContainerTrafficEncryption"] = False
sess = sagemaker.Session(sagemaker_config=own)
Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    sagemaker_session=sess,
    subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
    security_group_ids=["sg-0a1000000000000aa"],
).fit("s3://ml-data/train", wait=False)
Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", instance_count=1, instance_type="ml.m5.xlarge"
).fit("s3://ml-data/train", wait=False)
