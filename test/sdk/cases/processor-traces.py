from sagemaker.processing import Processor
from sagemaker.transformer import Transformer

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"

processor = Processor(
    image_uri=image, role=role, instance_count=1, instance_type="ml.m5.xlarge", tags={"git-commit": "1a2b3c"}
)
processor.run()

# %%
transformer = Transformer("churn", 1, "ml.m5.xlarge", output_path="s3://ml-data/out", tags=[{"Key": "git-commit", "Value": "1a2b3c"}])
transformer.transform("s3://ml-data/in", experiment_config={"ExperimentName": "churn"})
