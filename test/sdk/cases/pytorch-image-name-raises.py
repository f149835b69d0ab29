from sagemaker.pytorch import PyTorch

# %%
PyTorch(
    "train.py",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    image_name="111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    output_path="s3://ml-artifacts/out",
).fit("s3://ml-data/train")
