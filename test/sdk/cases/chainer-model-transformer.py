from sagemaker.chainer import ChainerModel

model = ChainerModel("s3://ml-artifacts/model.tar.gz", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", "inference.py", framework_version="5.0.0", py_version="py3", vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}, model_kms_key="alias/ml-output", enable_network_isolation=True)
# %%
model.deploy(initial_instance_count=1, instance_type="ml.m5.large")
transformer = model.transformer(1, "ml.m5.large", output_kms_key="alias/ml-output", volume_kms_key="alias/ml-volume")
transformer.transform("s3://ml-data/test")
