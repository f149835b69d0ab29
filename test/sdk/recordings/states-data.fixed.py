# known: InputDataConfig
from sagemaker.estimator import Estimator
from sagemaker.inputs import TrainingInput
from sagemaker.tuner import HyperparameterTuner, ContinuousParameter
from stepfunctions.steps import TrainingStep, TuningStep, TransformStep, ProcessingStep, ModelStep, Chain
from stepfunctions.workflow import Workflow
est = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.large",
    output_path="s3://ml-data/out",
    tags=[{"Key": "e", "Value": "f"}],
    checkpoint_s3_uri="s3://ml-data/ck",
    subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
    security_group_ids=["sg-0a1000000000000aa"],
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
tuner = HyperparameterTuner(est, "loss", {"lr": ContinuousParameter(0.1, 1.0)}, metric_definitions=[{"Name": "loss", "Regex": "x"}], tags=[{"Key": "t", "Value": "u"}])
a = TrainingStep("A", estimator=est, data={"train": "s3://ml-data/train", "val": TrainingInput("s3://ml-data/val", content_type="text/csv")}, job_name="a", tags={"x": "y"}, experiment_config={"ExperimentName": "e"})
b = TrainingStep("B", estimator=est, data="s3://ml-data/one", job_name="b")
c = TrainingStep("C", estimator=est, data=TrainingInput("s3://ml-data/in", distribution="ShardedByS3Key"), job_name="c")
d = TrainingStep("D", estimator=est, data=None, job_name="d")
e = TrainingStep("E", estimator=est, job_name="e", output_data_config_path="s3://ml-data/over")
f = TuningStep("F", tuner=tuner, job_name="f", data={"train": TrainingInput("s3://ml-data/train")}, tags={"x": "y"})
tr = est.transformer(1, "ml.m5.large", output_path="s3://ml-data/to") if False else None
wf = Workflow(name="w", definition=Chain([a, b, c, d, e, f]), role="arn:aws:iam::111122223333:role/StateMachines")
wf.create()
