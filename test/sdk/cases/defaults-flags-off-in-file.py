# user defaults: flags-off.yaml
from sagemaker.estimator import Estimator
from sagemaker.processing import Processor
from sagemaker.session import Session

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"

# %%
estimator = Estimator(image_uri=image, role=role, instance_count=1, instance_type="ml.m5.xlarge")
estimator.fit("s3://ml-data/train")
estimator.deploy(initial_instance_count=1, instance_type="ml.m5.large")

# %%
Processor(image_uri=image, role=role, instance_count=1, instance_type="ml.m5.xlarge").run()

# %%
session = Session()
session.create_model(name="m", role=role, container_defs={"Image": image, "Environment": {}})
