# dynamic: CreateTrainingJob.EnableNetworkIsolation, CreateModel.EnableNetworkIsolation
from sagemaker.estimator import Estimator
class Isolated(Estimator):
    def enable_network_isolation(self): return True
e = Isolated("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.m5.xlarge", subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])
e.fit()
e.create_model().deploy(1, "ml.m5.large")
