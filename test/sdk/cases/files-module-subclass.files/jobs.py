from sagemaker.estimator import Estimator


class TeamEstimator(Estimator):
    def __init__(self, **settings):
        settings.setdefault("subnets", ["subnet-0a10000000000001a"])
        settings.setdefault("security_group_ids", ["sg-0a1000000000000aa"])
        super().__init__(**settings)
