# dynamic: CreateTrainingJob.EnableNetworkIsolation, CreateModel.EnableNetworkIsolation
from sagemaker import AlgorithmEstimator

algorithm = AlgorithmEstimator(
    "arn:aws:sagemaker:us-east-1:111122223333:algorithm/mine", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.c5.xlarge",
    subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"], encrypt_inter_container_traffic=True,
)
algorithm.fit({"training": "s3://ml-data/train"})

# %%
batch = algorithm.transformer(1, "ml.m5.large", output_path="s3://ml-artifacts/out", volume_kms_key="alias/ml-volume")

# %%
batch.transform("s3://ml-data/in", wait=False)
