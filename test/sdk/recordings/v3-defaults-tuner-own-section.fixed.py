# sdk: v3
# dynamic: TrainingJobDefinition.VpcConfig.Subnets, TrainingJobDefinition.VpcConfig.SecurityGroupIds
# user defaults: trainer.yaml
from sagemaker.train.tuner import HyperparameterTuner
from sagemaker.core.parameter import ContinuousParameter
from sagemaker.train.model_trainer import ModelTrainer
from sagemaker.train.configs import Compute, OutputDataConfig
trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    compute=Compute(instance_type="ml.g5.xlarge", instance_count=1),
    output_data_config=OutputDataConfig(
        kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    ),
)
tuner = HyperparameterTuner(trainer, "loss", {"lr": ContinuousParameter(0, 1)}, metric_definitions=[{"Name": "loss", "Regex": "a"}], max_jobs=4, max_parallel_jobs=2)
# %%
tuner.tune(wait=False)
