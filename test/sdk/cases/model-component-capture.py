from sagemaker.model import Model
from sagemaker.enums import EndpointType
from sagemaker.compute_resource_requirements.resource_requirements import ResourceRequirements
from sagemaker.async_inference import AsyncInferenceConfig
from sagemaker.model_monitor import DataCaptureConfig
model = Model(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", model_data="s3://ml-data/model.tar.gz", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}, enable_network_isolation=True)
model.deploy(1, "ml.m5.large", endpoint_type=EndpointType.INFERENCE_COMPONENT_BASED, resources=ResourceRequirements(requests={"memory": 1024, "copies": 1, "num_cpus": 1}), async_inference_config=AsyncInferenceConfig(output_path="s3://ml-data/o"), data_capture_config=DataCaptureConfig(True, kms_key_id="alias/ml-output"), endpoint_name="e", wait=False)
