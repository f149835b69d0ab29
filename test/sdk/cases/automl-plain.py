from sagemaker import AutoML

job = AutoML(role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", target_attribute_name="y")

# %%
job.fit("s3://ml-data/train.csv", wait=False)
