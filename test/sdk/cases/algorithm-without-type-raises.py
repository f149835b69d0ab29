from sagemaker import AlgorithmEstimator

algorithm = AlgorithmEstimator("arn:aws:sagemaker:us-east-1:111122223333:algorithm/mine", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1)

# %%
algorithm.fit({"training": "s3://ml-data/train"})
