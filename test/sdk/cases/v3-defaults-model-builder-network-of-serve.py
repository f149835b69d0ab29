# sdk: v3
# user defaults: all.yaml
from sagemaker.serve import ModelBuilder
from sagemaker.serve.configs import Network

# This class is not isolated unless it is told to be, whatever the defaults say
container = {
    "image_uri": "111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    "s3_model_data_url": "s3://ml-artifacts/model.tar.gz",
    "role_arn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
}
own = Network(["subnet-0a10000000000002b"], ["sg-0a1000000000000aa"])
ModelBuilder(**container, network=own).build(model_name="own")

# %%
ModelBuilder(**container, network=Network()).build(model_name="of-the-defaults")
