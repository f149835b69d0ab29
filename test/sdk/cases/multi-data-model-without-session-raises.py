from sagemaker.multidatamodel import MultiDataModel
from sagemaker.tensorflow.model import TensorFlowModel
from sagemaker.pipeline import PipelineModel

m = TensorFlowModel(framework_version="2.11", entry_point="i.py", model_data="s3://ml-artifacts/model.tar.gz", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
# %%
MultiDataModel('n', 's3://ml-data/models/', model=m).deploy(1, 'ml.m5.large')
