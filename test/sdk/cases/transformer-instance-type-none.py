from sagemaker.transformer import Transformer

t = Transformer(model_name="m", instance_count=1, instance_type=None)
t.transform("s3://ml-data/x", wait=False)
