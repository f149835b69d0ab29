from sagemaker.estimator import Estimator

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
from sagemaker.compute_resource_requirements.resource_requirements import (
    ResourceRequirements,
)

est = Estimator(image, role, 1, "ml.m5.xlarge", output_path="s3://ml-data/out")
est.fit()
est.deploy(1, "ml.m5.xlarge", resources=ResourceRequirements(requests={"memory": 1024, "num_cpus": 1}))
