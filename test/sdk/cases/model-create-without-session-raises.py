from sagemaker.sklearn.model import SKLearnModel
from sagemaker.pipeline import PipelineModel

m = SKLearnModel(framework_version="1.2-1", entry_point="i.py", model_data="s3://ml-artifacts/model.tar.gz", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
# %%
m.create(instance_type='ml.m5.large')
