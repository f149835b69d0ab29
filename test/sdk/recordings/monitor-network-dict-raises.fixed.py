role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
subnets = ["subnet-0a10000000000001a"]
groups = ["sg-0a1000000000000aa"]
from sagemaker.model_monitor import DatasetFormat, DefaultModelMonitor

mon = DefaultModelMonitor(
    role=role,
    network_config={"subnets": subnets, "security_group_ids": groups},
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
mon.suggest_baseline(
    baseline_dataset="s3://ml-data/d.csv", dataset_format=DatasetFormat.csv(), output_s3_uri="s3://ml-data/o"
)
