# dynamic: CreateModel.EnableNetworkIsolation
from sagemaker import ModelPackage
import sagemaker

model = ModelPackage(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", model_package_arn="arn:aws:sagemaker:us-east-1:111122223333:model-package/churn/3",
    vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}, sagemaker_session=sagemaker.Session(), enable_network_isolation=True,
)
# %%
model.deploy(initial_instance_count=1, instance_type="ml.m5.large", kms_key="alias/ml-volume")
