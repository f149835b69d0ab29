# sdk: v3
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, Networking, OutputDataConfig
from sagemaker.train.tuner import HyperparameterTuner
from sagemaker.core.parameter import ContinuousParameter, IntegerParameter

SPACES = {"small": {"eta": ContinuousParameter(0.1, 0.5)}, "large": {"depth": IntegerParameter(2, 9)}}

def network(isolated):
    return Networking(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"], enable_network_isolation=isolated, enable_inter_container_traffic_encryption=True)

def tune(space, isolated=False):
    trainer = ModelTrainer(
        training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1",
        role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
        compute=Compute(instance_type="ml.m5.xlarge", instance_count=1, volume_kms_key_id="alias/ml-volume", keep_alive_period_in_seconds=60),
        networking=network(isolated),
        output_data_config=OutputDataConfig(s3_output_path="s3://ml-artifacts/t", kms_key_id="alias/ml-output"),
    )
    return HyperparameterTuner(model_trainer=trainer, objective_metric_name="auc", hyperparameter_ranges=SPACES[space], metric_definitions=[{"Name": "auc", "Regex": "auc=(.*)"}])

# %%
tune("small").tune(wait=False)

# %%
tune("large", isolated=True).tune(wait=False)
