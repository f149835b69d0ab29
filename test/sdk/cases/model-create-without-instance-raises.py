from sagemaker.session import Session
from sagemaker.tensorflow import TensorFlowModel

model = TensorFlowModel(
    model_data="s3://ml-artifacts/model.tar.gz",
    framework_version="2.12",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    sagemaker_session=Session(),
)
model.create()
