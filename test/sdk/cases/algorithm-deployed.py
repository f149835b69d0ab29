# dynamic: CreateTrainingJob.EnableNetworkIsolation, CreateModel.EnableNetworkIsolation
from sagemaker import AlgorithmEstimator
from sagemaker.tuner import HyperparameterTuner, ContinuousParameter
import sagemaker

algorithm = AlgorithmEstimator(
    "arn:aws:sagemaker:us-east-1:111122223333:algorithm/mine", "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    1, "ml.c5.xlarge", subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"], volume_kms_key="alias/ml-volume",
)
# %%
algorithm.fit({"training": "s3://ml-data/train"})
predictor = algorithm.deploy(1, "ml.m5.large", vpc_config_override={"Subnets": ["subnet-0a10000000000002b"], "SecurityGroupIds": ["sg-0a1000000000000aa"]})
