from sagemaker import AlgorithmEstimator

algorithm = AlgorithmEstimator("arn:aws:sagemaker:us-east-1:111122223333:algorithm/mine", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_type="ml.c5.xlarge")

# %%
algorithm.fit({"training": "s3://ml-data/train"})
