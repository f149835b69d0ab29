# sdk: v3
from sagemaker.core.resources import InferenceRecommendationsJob
from sagemaker.core.shapes import RecommendationJobInputConfig, RecommendationJobVpcConfig, RecommendationJobOutputConfig

InferenceRecommendationsJob.create(
    job_name="rec", job_type="Default", role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    input_config=RecommendationJobInputConfig(model_name="churn", volume_kms_key_id="alias/ml-volume", vpc_config=RecommendationJobVpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])),
    output_config=RecommendationJobOutputConfig(kms_key_id="alias/ml-output"),
)
