# user defaults: all.yaml
from sagemaker.model import Model

model = Model(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    model_data="s3://ml-artifacts/model.tar.gz",
    enable_network_isolation=False,
    vpc_config={"Subnets": ["subnet-0b20000000000001a"], "SecurityGroupIds": ["sg-0b2000000000000bb"]},
)
model.deploy(initial_instance_count=1, instance_type="ml.g5.xlarge", endpoint_name="of-defaults")
