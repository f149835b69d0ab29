from sagemaker.estimator import Estimator


class Private(Estimator):
    def __init__(self, *given, **more):
        super().__init__(*given, **more)
        self.subnets = ["subnet-0a10000000000001a"]
        self.security_group_ids = ["sg-0a1000000000000aa"]
