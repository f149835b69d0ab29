from sagemaker.model import Model

m = Model(model_data="s3://ml-artifacts/model.tar.gz", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1")

# %%
m.package_for_edge(output_path="s3://ml-artifacts/e", model_name="m", model_version="1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
