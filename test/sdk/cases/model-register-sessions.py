import sagemaker
from sagemaker.model import Model
from sagemaker.pytorch import PyTorchModel

R = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
how = dict(content_types=["text/csv"], response_types=["text/csv"], inference_instances=["ml.m5.large"], transform_instances=["ml.m5.large"], model_package_group_name="g")
Model(image, "s3://ml-artifacts/a.tar.gz", R, sagemaker_session=sagemaker.Session()).register(**how)

# %%
PyTorchModel("s3://ml-artifacts/model.tar.gz", R, "inference.py", framework_version="2.0.1", py_version="py310").register(**how)

# %%
deployed = Model(image, "s3://ml-artifacts/b.tar.gz", R, vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]})
deployed.deploy(1, "ml.m5.large", endpoint_name="e", kms_key="alias/ml-volume")
deployed.register(**how)
