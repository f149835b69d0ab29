from sagemaker.model import Model
from sagemaker.enums import EndpointType
from sagemaker.compute_resource_requirements.resource_requirements import ResourceRequirements
model = Model(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", model_data="s3://ml-data/model.tar.gz", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}, enable_network_isolation=True)
model.deploy(1, "ml.m5.large", endpoint_type=EndpointType.INFERENCE_COMPONENT_BASED, resources=ResourceRequirements(requests={"memory": 1024, "copies": 1, "num_cpus": 1}), kms_key="alias/ml-volume", endpoint_name="e", wait=False)
