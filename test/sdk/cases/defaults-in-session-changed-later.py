import sagemaker
from sagemaker.estimator import Estimator

defaults = {"SchemaVersion": "1.0", "SageMaker": {"TrainingJob": {"EnableInterContainerTrafficEncryption": True}}}
session = sagemaker.Session(sagemaker_config=defaults)

# %%
estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    sagemaker_session=session,
)
defaults["SageMaker"]["TrainingJob"]["OutputDataConfig"] = {"KmsKeyId": "alias/ml-output"}
estimator.fit("s3://ml-data/train")
