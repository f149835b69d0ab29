# sdk: v3
from sagemaker.core.resources import LabelingJob
from sagemaker.core.shapes import LabelingJobInputConfig, LabelingJobDataSource, LabelingJobS3DataSource, LabelingJobOutputConfig, HumanTaskConfig, UiConfig, LabelingJobAlgorithmsConfig, LabelingJobResourceConfig, VpcConfig

LabelingJob.create(
    labeling_job_name="l", label_attribute_name="y", role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole", input_config=LabelingJobInputConfig(data_source=LabelingJobDataSource(s3_data_source=LabelingJobS3DataSource(manifest_s3_uri="s3://ml-data/m"))),
    output_config=LabelingJobOutputConfig(s3_output_path="s3://ml-data/o", kms_key_id="alias/ml-output"),
    human_task_config=HumanTaskConfig(workteam_arn="arn:aws:sagemaker:us-east-1:111122223333:workteam/private-crowd/t", ui_config=UiConfig(ui_template_s3_uri="s3://ml-data/ui"), task_title="t", task_description="d", number_of_human_workers_per_data_object=1, task_time_limit_in_seconds=60),
    labeling_job_algorithms_config=LabelingJobAlgorithmsConfig(labeling_job_algorithm_specification_arn="arn:aws:sagemaker:us-east-1:027400017018:labeling-job-algorithm-specification/image-classification", labeling_job_resource_config=LabelingJobResourceConfig(volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001", vpc_config=VpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]))),
)
