# sdk: v3
# user defaults: all.yaml
from sagemaker.core.transformer import Transformer

transformer = Transformer("m", 1, "ml.m5.xlarge", output_path="s3://ml-artifacts/out")
transformer.transform("s3://ml-data/in", wait=False)
