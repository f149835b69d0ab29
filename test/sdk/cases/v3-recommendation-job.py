# sdk: v3
from sagemaker.serve.ai_inference_recommender.jobs import BenchmarkJob, RecommendationJob
from sagemaker.core.shapes import (
    AIBenchmarkEndpoint,
    AIBenchmarkOutputConfig,
    AIBenchmarkTarget,
    AIModelSource,
    AIModelSourceS3,
    AIRecommendationConstraint,
    AIRecommendationOutputConfig,
    AIRecommendationPerformanceTarget,
)

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
BenchmarkJob.create(
    ai_benchmark_job_name="b",
    benchmark_target=AIBenchmarkTarget(endpoint=AIBenchmarkEndpoint(identifier="churn")),
    output_config=AIBenchmarkOutputConfig(s3_output_location="s3://ml-artifacts/out"),
    ai_workload_config_identifier="w",
    role_arn=role,
)

# %%
RecommendationJob.create(
    ai_recommendation_job_name="r",
    role_arn=role,
    model_source=AIModelSource(s3=AIModelSourceS3(s3_uri="s3://ml-artifacts/llm/")),
    output_config=AIRecommendationOutputConfig(s3_output_location="s3://ml-artifacts/out"),
    ai_workload_config_identifier="w",
    performance_target=AIRecommendationPerformanceTarget(constraints=[AIRecommendationConstraint(metric="ttft-ms")]),
)
