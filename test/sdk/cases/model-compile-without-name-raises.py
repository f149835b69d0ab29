from sagemaker.model import Model
from sagemaker.pipeline import PipelineModel
from sagemaker.estimator import Estimator

o = Model(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1", model_data="s3://ml-artifacts/model.tar.gz", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
# %%
o.compile("ml_c5", {"data": [1,3]}, "s3://ml-data/o", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", framework="pytorch", framework_version="1.8")
