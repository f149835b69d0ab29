# sdk: v3
from sagemaker.serve.model_builder import ModelBuilder


def prepare(builder):
    builder.build(model_name="m")
    return builder


def batch(builder, **given):
    return builder.transformer(instance_type="ml.m5.xlarge", **given)


builder = prepare(
    ModelBuilder(
        image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
        s3_model_data_url="s3://ml-artifacts/model.tar.gz",
        role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    )
)

# %%
batch(builder, instance_count=1, volume_kms_key="alias/ml-volume").transform("s3://ml-data/in", wait=False)
