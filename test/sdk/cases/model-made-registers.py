from sagemaker.estimator import Estimator
from sagemaker.model import Model

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
package = {
    "content_types": ["text/csv"],
    "response_types": ["text/csv"],
    "inference_instances": ["ml.m5.large"],
    "transform_instances": ["ml.m5.large"],
    "model_package_group_name": "churn",
}
# %%
estimator = Estimator(image, role, 1, "ml.m5.xlarge")
estimator.fit("s3://ml-data/train")
estimator.create_model().register(**package)
# %%
model = Model(image, "s3://ml-artifacts/model.tar.gz", role)
model.deploy(1, "ml.m5.large")
model.register(**package)
