from sagemaker import AlgorithmEstimator

algorithm = AlgorithmEstimator("arn:aws:sagemaker:us-east-1:111122223333:algorithm/mine", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.c5.xlarge")

# %%
algorithm.transformer(1, "ml.m5.large", output_path="s3://ml-artifacts/out").transform("s3://ml-data/in")
