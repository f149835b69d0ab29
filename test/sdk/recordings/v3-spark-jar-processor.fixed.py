# sdk: v3
from sagemaker.core.spark.processing import SparkJarProcessor
from sagemaker.core.network import NetworkConfig
from sagemaker.core.helper.session_helper import Session

processor = SparkJarProcessor(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=2,
    instance_type="ml.m5.xlarge",
    network_config=NetworkConfig(
        subnets=["subnet-0a10000000000001a"],
        security_group_ids=["sg-0a1000000000000aa"],
        encrypt_inter_container_traffic=True,
    ),
    sagemaker_session=Session(),
    base_job_name="spark",
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)
# %%
processor.run(submit_app="s3://ml-data/app.jar", submit_class="com.example.Main", wait=False, logs=False)
