# sdk: v3
from sagemaker.core.resources import EdgePackagingJob
from sagemaker.core.shapes import EdgeOutputConfig

EdgePackagingJob.create(edge_packaging_job_name="e", compilation_job_name="neo", model_name="m", model_version="1", role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole", output_config=EdgeOutputConfig(s3_output_location="s3://ml-data/o", kms_key_id="alias/ml-output"))
