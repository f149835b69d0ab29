# sdk: v3
# user defaults: all.yaml
import yaml
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute

with open("job.yaml") as f:
    cfg = yaml.safe_load(f)

class Experiment:
    def __init__(self, job):
        self.job = job

    def trainer(self, **more):
        return ModelTrainer(training_image=self.job["image"], role=self.job["role"], compute=Compute(instance_type=self.job["type"], instance_count=1), **more)

# %%
exp = Experiment(cfg["job"])
exp.trainer().train(wait=False)
