# user defaults: all.yaml
from sagemaker.transformer import Transformer

transformer = Transformer("model-1", 1, "ml.m5.xlarge", output_path="s3://ml-data/out")
transformer.transform("s3://ml-data/batch", wait=False)
