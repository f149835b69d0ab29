from sagemaker.huggingface.model import HuggingFaceModel
from sagemaker.pipeline import PipelineModel

m = HuggingFaceModel(
    transformers_version="4.28",
    pytorch_version="2.0",
    py_version="py310",
    model_data="s3://ml-artifacts/model.tar.gz",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
)
# %%
m.right_size(sample_payload_url='s3://ml-data/p.tar.gz', supported_content_types=['text/csv'], framework='XGBOOST', log_level='Quiet')
