# sdk: v3
from sagemaker.core.transformer import Transformer
t = Transformer(model_name="m", instance_count=None, instance_type="ml.m5.xlarge")
t.transform("s3://ml-data/x", wait=False)
