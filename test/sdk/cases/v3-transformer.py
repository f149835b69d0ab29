# sdk: v3
from sagemaker.core.transformer import Transformer

Transformer("m", 2, "ml.m5.xlarge", output_path="s3://ml-artifacts/out").transform("s3://ml-data/in", wait=False)
