# sdk: v3
from sagemaker.core.resources import AIRecommendationJob
from sagemaker.core.shapes import (
    AIModelSource,
    AIModelSourceS3,
    AIRecommendationConstraint,
    AIRecommendationOutputConfig,
    AIRecommendationPerformanceTarget,
)

AIRecommendationJob.create(
    ai_recommendation_job_name="fast",
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    model_source=AIModelSource(s3=AIModelSourceS3(s3_uri="s3://ml-artifacts/llm/")),
    output_config=AIRecommendationOutputConfig(s3_output_location="s3://ml-artifacts/out"),
    ai_workload_config_identifier="w",
    performance_target=AIRecommendationPerformanceTarget(constraints=[AIRecommendationConstraint(metric="ttft-ms")]),
)
