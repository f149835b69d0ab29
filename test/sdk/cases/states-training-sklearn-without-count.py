from sagemaker.sklearn import SKLearn
from stepfunctions.steps import Chain, TrainingStep
from stepfunctions.workflow import Workflow

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
estimator = SKLearn(entry_point="train.py", framework_version="1.2-1", role=role, instance_type="ml.m5.xlarge")
one = TrainingStep("One", estimator=estimator, data={"train": "s3://ml-data/train"}, job_name="one")
two = TrainingStep(
    "Two",
    estimator=estimator,
    data={"train": "s3://ml-data/train"},
    job_name="two",
    parameters={"ResourceConfig": {"InstanceCount": 2}},
)

# %%
workflow = Workflow(name="two", definition=Chain([one, two]), role="arn:aws:iam::111122223333:role/StateMachines")
workflow.create()
