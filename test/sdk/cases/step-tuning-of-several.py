from sagemaker.estimator import Estimator
from sagemaker.tuner import ContinuousParameter, HyperparameterTuner
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.steps import TuningStep

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
session = PipelineSession()
image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
first = Estimator(
    image_uri=image,
    role=role,
    instance_count=1,
    instance_type="ml.m5.xlarge",
    sagemaker_session=session,
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
)
second = Estimator(
    image_uri=image, role=role, instance_count=1, instance_type="ml.m5.large", sagemaker_session=session
)
metrics = [{"Name": "loss", "Regex": "loss=(.*)"}]
ranges = {"lr": ContinuousParameter(0.1, 1)}
tuner = HyperparameterTuner.create(
    estimator_dict={"second": second, "first": first},
    objective_metric_name_dict={"second": "loss", "first": "loss"},
    hyperparameter_ranges_dict={"second": ranges, "first": ranges},
    metric_definitions_dict={"second": metrics, "first": metrics},
)

# %%
step = TuningStep(
    name="Tune",
    step_args=tuner.fit({"second": "s3://ml-data/b", "first": "s3://ml-data/a"}, include_cls_metadata={}),
)
Pipeline(name="tuned", steps=[step], sagemaker_session=session).upsert(role)
