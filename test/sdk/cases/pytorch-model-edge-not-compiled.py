from sagemaker.pytorch import PyTorchModel

m = PyTorchModel(model_data="s3://ml-artifacts/model.tar.gz", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", framework_version="2.1", py_version="py310", entry_point="infer.py")

# %%
m.package_for_edge(output_path="s3://ml-artifacts/e", model_name="m", model_version="1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
