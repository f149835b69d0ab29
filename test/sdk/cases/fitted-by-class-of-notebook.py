from sagemaker.estimator import Estimator

class Job:
    def __init__(self):
        self.est = Estimator(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, instance_type="ml.m5.xlarge", output_path="s3://ml-artifacts/out")
    def train(self):
        self.est.fit("s3://ml-data/t", wait=False)
        return self
    def serve(self):
        return self.est.deploy(initial_instance_count=1, instance_type="ml.m5.large")


# %%
Job().train().serve()
