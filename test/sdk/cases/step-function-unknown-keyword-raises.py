from sagemaker.workflow.function_step import step


# %%
@step(
    name="prepare",
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_type="ml.m5.xlarge",
    s3_kms_key="alias/ml-output",
)
def prepare(x):
    return x
