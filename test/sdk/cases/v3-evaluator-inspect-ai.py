# sdk: v3
from sagemaker.core.shapes import VpcConfig
from sagemaker.train.evaluate import InspectAIEvaluator

evaluator = InspectAIEvaluator(
    model="meta-textgeneration-llama-3-2-1b-instruct",
    benchmarks_path="s3://ml-data/benchmarks/",
    endpoint_name="chat",
    tasks=[{"name": "boolq_pt", "limit": 10}],
    s3_output_path="s3://ml-artifacts/evaluation/",
    mlflow_resource_arn="arn:aws:sagemaker:us-east-1:111122223333:mlflow-app/app",
    model_package_group="arn:aws:sagemaker:us-east-1:111122223333:model-package-group/models",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    networking=VpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
    kms_key_id="alias/ml-output",
)
# %%
evaluator.evaluate()
