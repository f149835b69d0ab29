# What is taken out of settings that nobody knows whole is no argument.
from sagemaker.processing import FrameworkProcessor
from sagemaker.sklearn.estimator import SKLearn

line = "class_name=SKLearn framework_version=1.2-1 instance_type=ml.m5.large"
settings = dict(part.split("=") for part in line.split())
name = settings.pop("class_name")
settings["estimator_cls"] = {"SKLearn": SKLearn}[name]
processor = FrameworkProcessor(
    **settings, instance_count=1, role="arn:aws:iam::111122223333:role/SageMakerExecutionRole"
)
processor.run(code="process.py")
