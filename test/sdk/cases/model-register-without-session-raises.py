from sagemaker.model import Model
from sagemaker.pipeline import PipelineModel
from sagemaker.estimator import Estimator

o = Model(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1", model_data="s3://ml-artifacts/model.tar.gz", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
# %%
o.register(content_types=["a"], response_types=["a"], inference_instances=["ml.m5.large"], transform_instances=["ml.m5.large"], model_package_group_name="g")
