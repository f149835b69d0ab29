from sagemaker.clarify import SageMakerClarifyProcessor, DataConfig, BiasConfig

o = SageMakerClarifyProcessor(role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, instance_type="ml.m5.large")
# %%
o.run_pre_training_bias(DataConfig("s3://ml-data/t.csv", "s3://ml-data/o", label="y", headers=["y","x"], dataset_type="text/csv"), BiasConfig([1], "x", [1]))
