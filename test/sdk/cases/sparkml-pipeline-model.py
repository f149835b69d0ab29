from sagemaker.sparkml.model import SparkMLModel
from sagemaker.pipeline import PipelineModel
from sagemaker.model import Model

sparkml = SparkMLModel(model_data="s3://ml-artifacts/mleap.tar.gz", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]})
sparkml.deploy(1, "ml.c5.xlarge")
# %%
xgb = Model(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1", model_data="s3://ml-artifacts/model.tar.gz")
import sagemaker
pipe = PipelineModel(models=[sparkml, xgb], role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", sagemaker_session=sagemaker.Session(), enable_network_isolation=True)
pipe.deploy(initial_instance_count=1, instance_type="ml.c5.xlarge")
