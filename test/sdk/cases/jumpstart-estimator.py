# dynamic: CreateTrainingJob.EnableNetworkIsolation, CreateModel.EnableNetworkIsolation, CreateTrainingJob.EnableInterContainerTrafficEncryption, CreateTrainingJob.ResourceConfig.InstanceType, CreateTrainingJob.ResourceConfig.InstanceCount, CreateTrainingJob.StoppingCondition.MaxRuntimeInSeconds, CreateTrainingJob.ResourceConfig.VolumeSizeInGB
from sagemaker.jumpstart.estimator import JumpStartEstimator

estimator = JumpStartEstimator(
    model_id="ml-text-model",
    model_version="1.0.0",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
    output_kms_key="alias/ml-output",
)
# %%
estimator.fit({"training": "s3://ml-data/train"})
# %%
predictor = estimator.deploy()
