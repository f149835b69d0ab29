from sagemaker.automl.automl import AutoML

automl = AutoML(
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    "y",
    vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]},
    output_kms_key="alias/ml-output",
    volume_kms_key="alias/ml-volume",
)
automl.fit("s3://ml-data/train.csv", wait=False)
candidate = {
    "InferenceContainers": [
        {
            "Image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
            "ModelDataUrl": "s3://ml-data/model.tar.gz",
            "Environment": {},
        }
    ],
    "CandidateName": "c",
    "CandidateSteps": [],
}
automl.deploy(
    1,
    "ml.m5.large",
    candidate=candidate,
    model_kms_key="alias/ml-volume",
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
)
