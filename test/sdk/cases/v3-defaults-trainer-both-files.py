# sdk: v3
# administrator defaults: all.yaml
# user defaults: trainer.yaml
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import OutputDataConfig, Compute
settings = {"training_image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "base_job_name": "x"}
settings |= {"output_data_config": OutputDataConfig(s3_output_path="s3://ml-artifacts/x")}
trainer = ModelTrainer(**settings)
# %%
trainer.compute = Compute(instance_type="ml.m5.2xlarge", instance_count=2)
trainer.train(wait=False, logs=False)
