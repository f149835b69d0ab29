# sdk: v3
from sagemaker.core.workflow.pipeline_context import PipelineSession
from sagemaker.mlops.workflow.pipeline import Pipeline
from sagemaker.core.parameter import ContinuousParameter
from sagemaker.mlops.workflow.steps import TuningStep
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, Networking, OutputDataConfig
from sagemaker.train.tuner import HyperparameterTuner

session = PipelineSession()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role=role,
    compute=Compute(instance_type="ml.m5.xlarge", instance_count=1, volume_kms_key_id="alias/ml-volume"),
    networking=Networking(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
    hyperparameters={"lr": 0.1},
    sagemaker_session=session,
    output_data_config=OutputDataConfig(
        kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    ),
)
tuner = HyperparameterTuner(
    model_trainer=trainer,
    objective_metric_name="loss",
    metric_definitions=[{"Name": "loss", "Regex": "loss=(.*)"}],
    hyperparameter_ranges={"lr": ContinuousParameter(0.001, 0.1)},
)

# %%
step = TuningStep(name="Tune", step_args=tuner.tune(inputs="s3://ml-data/train"))

# %%
pipeline = Pipeline(name="fraud", steps=[step], sagemaker_session=session)
pipeline.upsert(role_arn=role)
