# sdk: v3
from sagemaker.core.shapes import VpcConfig
from sagemaker.core.training.configs import HyperPodCompute
from sagemaker.train.base_trainer import TrainingJobCompute
from sagemaker.train.evaluate import LLMAsJudgeEvaluator

judge = dict(
    model="meta-textgeneration-llama-3-2-1b-instruct",
    s3_output_path="s3://ml-artifacts/evaluation/",
    mlflow_resource_arn="arn:aws:sagemaker:us-east-1:111122223333:mlflow-app/app",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    model_package_group="arn:aws:sagemaker:us-east-1:111122223333:model-package-group/models",
    evaluator_model="anthropic.claude-3-5-sonnet-20240620-v1:0",
    dataset="s3://ml-data/d.jsonl",
    builtin_metrics=["Completeness"],
)
# %%
LLMAsJudgeEvaluator(
    **judge,
    kms_key_id="alias/ml-output",
    networking=VpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
    compute=TrainingJobCompute(instance_type="ml.g5.12xlarge", instance_count=1),
).evaluate()

# %%
LLMAsJudgeEvaluator(**judge, compute=HyperPodCompute(cluster_name="c", instance_type="ml.p5.48xlarge")).evaluate()
