# sdk: v3
# user defaults: trainer.yaml
from sagemaker.train.base_trainer import TrainingJobCompute
from sagemaker.train.evaluate import BenchMarkEvaluator, get_benchmarks

evaluator = BenchMarkEvaluator(
    model="meta-textgeneration-llama-3-2-1b-instruct",
    s3_output_path="s3://ml-artifacts/evaluation/",
    mlflow_resource_arn="arn:aws:sagemaker:us-east-1:111122223333:mlflow-app/app",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    benchmark=get_benchmarks().MMLU,
    compute=TrainingJobCompute(instance_type="ml.g5.12xlarge", instance_count=1),
)
evaluator.evaluate()
