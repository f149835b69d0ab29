from sagemaker.automl.automlv2 import AutoMLDataChannel, AutoMLV2

automl = AutoMLV2(None, role="arn:aws:iam::111122223333:role/SageMakerExecutionRole")

# %%
automl.fit(AutoMLDataChannel("S3Prefix", "s3://ml-data/train.csv"), wait=False)
