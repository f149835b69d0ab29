# sdk: v3
# known: InputDataConfig, Tags
from sagemaker.core.parameter import ContinuousParameter
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, InputData, Channel, DataSource, S3DataSource, SourceCode
from sagemaker.train.tuner import HyperparameterTuner

trainer = ModelTrainer(training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", tags=[{"key":"team","value":"ml"}])
tuner = HyperparameterTuner(trainer, objective_metric_name="loss", hyperparameter_ranges={"lr": ContinuousParameter(0.1, 1.0)}, metric_definitions=[{"Name": "loss", "Regex": "loss=(.*)"}], max_jobs=2, tags=[{"Key":"a","Value":"b"}])
tuner.tune(inputs={"train": "s3://ml-data/train", "validation": "s3://ml-data/val"}, wait=False)
