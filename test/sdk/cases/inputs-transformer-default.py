from sagemaker.transformer import Transformer

transformer = Transformer("fraud", 1, "ml.m5.xlarge")
transformer.transform(data="s3://ml-data/batch", data_type="ManifestFile", compression_type="Gzip", experiment_config={"TrialName": "first"})
