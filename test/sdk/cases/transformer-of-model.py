from sagemaker.model import Model

model = Model(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    model_data="s3://ml-data/model.tar.gz",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
)
transformer = model.transformer(instance_count=1, instance_type="ml.m5.xlarge", volume_kms_key="alias/ml-volume")

# %%
transformer.transform("s3://ml-data/batch", split_type="Line")
