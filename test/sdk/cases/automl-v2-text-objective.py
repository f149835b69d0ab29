from sagemaker.automl.automlv2 import AutoMLDataChannel, AutoMLTextClassificationConfig, AutoMLV2

problem = AutoMLTextClassificationConfig(content_column="text", target_label_column="y")
automl = AutoMLV2(problem, role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", job_objective={"MetricName": "F1"})

# %%
automl.fit(AutoMLDataChannel("S3Prefix", "s3://ml-data/train.csv"), wait=False)
