# sdk: v3
from sagemaker.core.resources import TransformJob
from sagemaker.core.shapes import TransformInput, TransformDataSource, TransformS3DataSource, TransformOutput, TransformResources

TransformJob.create(
    transform_job_name="score", model_name="churn",
    transform_input=TransformInput(data_source=TransformDataSource(s3_data_source=TransformS3DataSource(s3_data_type="S3Prefix", s3_uri="s3://ml-data/test"))),
    transform_output=TransformOutput(s3_output_path="s3://ml-data/out", kms_key_id="alias/ml-output"),
    transform_resources=TransformResources(instance_type="ml.m5.xlarge", instance_count=1, volume_kms_key_id="alias/ml-volume"),
)
