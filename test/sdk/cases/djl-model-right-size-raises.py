from sagemaker.djl_inference import DJLModel

m = DJLModel(model_id="gpt2", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole")

# %%
m.right_size(sample_payload_url="s3://ml-data/p.tar.gz", supported_content_types=["text/csv"], supported_instance_types=["ml.m5.large"], framework="PYTORCH")
