from sagemaker.djl_inference import DJLModel

model = DJLModel(model_id="s3://ml-artifacts/llama/", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", engine="Python", task="text-generation", djl_framework="djl-lmi", djl_version="0.30.0", vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]})
# %%
model.deploy(instance_type="ml.g5.2xlarge", initial_instance_count=1, kms_key="alias/ml-volume")
