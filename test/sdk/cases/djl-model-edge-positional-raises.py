from sagemaker.djl_inference import DJLModel

m = DJLModel(model_id="gpt2", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole")

# %%
m.package_for_edge("s3://ml-artifacts/o", "m", "1")
