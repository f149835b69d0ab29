from sagemaker import estimator

from .network import GROUPS, subnets_of


class TeamEstimator(estimator.Estimator):
    def __init__(self, zone="a", **more):
        more.setdefault("instance_type", "ml.m5.xlarge")
        super(TeamEstimator, self).__init__(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, subnets=subnets_of(zone), security_group_ids=GROUPS, **more)
