# user defaults: all.yaml
import sagemaker

session = sagemaker.Session()
session.compile_model(
    {"S3Uri": "s3://ml-data/model.tar.gz", "DataInputConfig": "{}", "Framework": "PYTORCH"},
    {"S3OutputLocation": "s3://ml-data/out", "TargetDevice": "ml_m5", "KmsKeyId": "alias/ml-output"},
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    job_name="compiled",
    stop_condition={"MaxRuntimeInSeconds": 900},
)
session.package_model_for_edge(
    {
        "S3OutputLocation": "s3://ml-data/out",
        "KmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
    },
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    job_name="packed",
    compilation_job_name="compiled",
    model_name="m",
    model_version="1.0",
    resource_key="alias/ml-volume",
)
