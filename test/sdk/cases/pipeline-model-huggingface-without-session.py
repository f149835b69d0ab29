from sagemaker.huggingface.model import HuggingFaceModel
from sagemaker.pipeline import PipelineModel

m = HuggingFaceModel(transformers_version="4.28", pytorch_version="2.0", py_version="py310", entry_point="i.py", model_data="s3://ml-artifacts/model.tar.gz", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
# %%
PipelineModel(models=[m], role="arn:aws:iam::111122223333:role/SageMakerExecutionRole").deploy(1, 'ml.m5.large')
