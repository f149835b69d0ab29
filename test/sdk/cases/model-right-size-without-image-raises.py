from sagemaker.huggingface.model import HuggingFaceModel
from sagemaker.pipeline import PipelineModel

m = HuggingFaceModel(transformers_version="4.28", pytorch_version="2.0", py_version="py310", model_data="s3://ml-artifacts/model.tar.gz", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
# %%
m.right_size(sample_payload_url='s3://ml-data/p.tar.gz', supported_content_types=['text/csv'], framework='XGBOOST', log_level='Quiet')
