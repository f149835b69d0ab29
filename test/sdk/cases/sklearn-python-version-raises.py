from sagemaker.sklearn import SKLearn

estimator = SKLearn(
    entry_point="train.py",
    source_dir="s3://ml-data/sourcedir.tar.gz",
    framework_version="1.2-1",
    # The Python of the other frameworks' images
    py_version="py310",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_type="ml.m5.xlarge",
)
# %%
estimator.fit("s3://ml-data/train")
