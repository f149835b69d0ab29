from sagemaker.estimator import Estimator

Estimator(
    image_uri="registry.corp.example/team/train:1",
    role="arn:aws:iam::111122223333:role/Training",
    instance_count=1,
    instance_type="ml.m5.large",
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
    training_repository_access_mode="Vpc",
).fit()
