# dynamic: EnableNetworkIsolation
from sagemaker import AlgorithmEstimator
import sagemaker

algorithm = AlgorithmEstimator(
    algorithm_arn="arn:aws:sagemaker:us-east-1:111122223333:algorithm/mine", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1, instance_type="ml.c5.xlarge", subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"], output_kms_key="alias/ml-output", encrypt_inter_container_traffic=True,
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)
# %%
algorithm.fit({"training": "s3://ml-data/train"})
