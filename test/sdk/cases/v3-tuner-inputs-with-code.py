# sdk: v3
from sagemaker.core.parameter import ContinuousParameter
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, InputData, Channel, DataSource, S3DataSource, SourceCode
from sagemaker.train.tuner import HyperparameterTuner

trainer = ModelTrainer(training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", source_code=SourceCode(source_dir="src", entry_script="train.py"))
tuner = HyperparameterTuner(trainer, objective_metric_name="loss", hyperparameter_ranges={"lr": ContinuousParameter(0.1, 1.0)}, metric_definitions=[{"Name": "loss", "Regex": "loss=(.*)"}], max_jobs=2)
tuner.tune({"train": "s3://ml-data/t"}, wait=False)
