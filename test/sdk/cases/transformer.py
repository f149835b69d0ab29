from sagemaker.transformer import Transformer

transformer = Transformer(
    "existing-model", 1, "ml.m5.xlarge", output_path="s3://ml-data/out", output_kms_key="alias/ml-output"
)
transformer.transform("s3://ml-data/batch", content_type="text/csv")
