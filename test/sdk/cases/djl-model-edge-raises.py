from sagemaker.djl_inference import DJLModel

m = DJLModel(model_id="gpt2", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole")

# %%
m.package_for_edge(output_path="s3://ml-artifacts/o", model_name="m", model_version="1")
