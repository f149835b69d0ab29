from sagemaker.transformer import Transformer
t = Transformer("m", 1, "ml.m5.large")
t.transform()
