from sagemaker.tensorflow import TensorFlow

est = TensorFlow(entry_point="train.py", framework_version="2.11", py_version="py39", instance_type="ml.p3.2xlarge", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
est.fit("s3://ml-data/t", wait=False)
