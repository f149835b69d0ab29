# sdk: v3
from sagemaker.core.shapes import VpcConfig
from sagemaker.train.base_trainer import TrainingJobCompute
from sagemaker.train.evaluate import BenchMarkEvaluator, CustomScorerEvaluator, get_benchmarks

# Neither the network nor the keys are sent
secure = dict(
    model="meta-textgeneration-llama-3-2-1b-instruct",
    s3_output_path="s3://ml-artifacts/evaluation/",
    mlflow_resource_arn="arn:aws:sagemaker:us-east-1:111122223333:mlflow-app/app",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    networking=VpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
    kms_key_id="alias/ml-output",
    compute=TrainingJobCompute(instance_type="ml.g5.12xlarge", instance_count=1, volume_kms_key_id="alias/ml-volume"),
)

# %%
BenchMarkEvaluator(benchmark=get_benchmarks().MMLU, **secure).evaluate()

# %%
scorer = CustomScorerEvaluator(
    evaluator="arn:aws:lambda:us-east-1:111122223333:function:score", dataset="s3://ml-data/d.jsonl", **secure
)
scorer.compute.volume_size_in_gb = 100
scorer.evaluate()
