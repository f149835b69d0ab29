from sagemaker.djl_inference import DJLModel

m = DJLModel(model_id="gpt2", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole")

# %%
m.transformer(instance_count=1, instance_type="ml.g5.xlarge")
