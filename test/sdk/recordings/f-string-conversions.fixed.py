from sagemaker.estimator import Estimator

team = "ml"
number = 7
ratio = 0.5
key = f"alias/{team!s}-volume"
job = f"train-{number!s}-{number!r}-{team!a}"
estimator = Estimator(
    image_uri=f"111122223333.dkr.ecr.us-east-1.amazonaws.com/{'train'!s}:{number!r}",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key=f"alias/{'ml-output'!s:>9}",
    output_path=f"s3://ml-data/{ratio!s}/{None!s}/{True!r}",
    tags=[{"Key": "name", "Value": f"{team!r}"}],
    subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
    security_group_ids=["sg-0a1000000000000aa"],
)

# %%
estimator.fit(f"s3://ml-data/{team!r:.4}/{[1, 'a']!s}")
