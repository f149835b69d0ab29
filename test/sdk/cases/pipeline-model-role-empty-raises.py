from sagemaker.model import Model
from sagemaker.pipeline import PipelineModel
import sagemaker

s = sagemaker.Session()
PipelineModel(
    [
        Model(
            "111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
            model_data="s3://a/m.tar.gz",
            sagemaker_session=s,
        )
    ],
    "",
    sagemaker_session=s,
).deploy(1, "ml.m5.large")
