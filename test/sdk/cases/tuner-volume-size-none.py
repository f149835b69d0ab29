from sagemaker.estimator import Estimator

est = Estimator(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, instance_type="ml.m5.xlarge", volume_size=None, output_path="s3://ml-artifacts/out")

from sagemaker.tuner import HyperparameterTuner, IntegerParameter
tuner = HyperparameterTuner(est, "acc", {"depth": IntegerParameter(1, 5)}, metric_definitions=[{"Name": "acc", "Regex": "acc=(.*)"}])
tuner.fit("s3://ml-data/t", wait=False)
