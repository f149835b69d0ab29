from sagemaker.model import Model
from sagemaker.multidatamodel import MultiDataModel
from sagemaker.session import Session

session = Session()
model = Model(model_data="s3://ml-data/model.tar.gz", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", sagemaker_session=session)
multi = MultiDataModel("many", "s3://ml-data/models/", model=model, sagemaker_session=session)

# %%
multi.deploy(1, "ml.m5.xlarge")
