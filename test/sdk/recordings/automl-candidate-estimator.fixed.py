from sagemaker.automl.automl import AutoML
from sagemaker.automl.candidate_estimator import CandidateEstimator

automl = AutoML(
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    "y",
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
candidate = CandidateEstimator({"InferenceContainers": [{"Image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "ModelDataUrl": "s3://ml-data/model.tar.gz", "Environment": {}}], "CandidateName": "c", "CandidateSteps": []})

# %%
automl.deploy(1, "ml.m5.large", candidate=candidate, vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]})
