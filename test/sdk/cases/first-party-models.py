from sagemaker import FactorizationMachinesModel, IPInsightsModel, KMeansModel, KNNModel, LDAModel, LinearLearnerModel, NTMModel, PCAModel, RandomCutForestModel
from sagemaker import Object2VecModel

network = {'Subnets': ['subnet-0a10000000000001a'], 'SecurityGroupIds': ['sg-0a1000000000000aa']}
# %%
factorizationmachinesmodel = FactorizationMachinesModel(model_data="s3://ml-artifacts/model.tar.gz", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", vpc_config=network)
factorizationmachinesmodel.deploy(1, "ml.m5.large", kms_key="alias/ml-volume")
# %%
ipinsightsmodel = IPInsightsModel(model_data="s3://ml-artifacts/model.tar.gz", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", vpc_config=network)
ipinsightsmodel.deploy(1, "ml.m5.large", kms_key="alias/ml-volume")
# %%
kmeansmodel = KMeansModel(model_data="s3://ml-artifacts/model.tar.gz", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", vpc_config=network)
kmeansmodel.deploy(1, "ml.m5.large", kms_key="alias/ml-volume")
# %%
knnmodel = KNNModel(model_data="s3://ml-artifacts/model.tar.gz", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", vpc_config=network)
knnmodel.deploy(1, "ml.m5.large", kms_key="alias/ml-volume")
# %%
ldamodel = LDAModel(model_data="s3://ml-artifacts/model.tar.gz", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", vpc_config=network)
ldamodel.deploy(1, "ml.m5.large", kms_key="alias/ml-volume")
# %%
linearlearnermodel = LinearLearnerModel(model_data="s3://ml-artifacts/model.tar.gz", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", vpc_config=network)
linearlearnermodel.deploy(1, "ml.m5.large", kms_key="alias/ml-volume")
# %%
ntmmodel = NTMModel(model_data="s3://ml-artifacts/model.tar.gz", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", vpc_config=network)
ntmmodel.deploy(1, "ml.m5.large", kms_key="alias/ml-volume")
# %%
object2vecmodel = Object2VecModel(model_data="s3://ml-artifacts/model.tar.gz", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", vpc_config=network)
object2vecmodel.deploy(1, "ml.m5.large", kms_key="alias/ml-volume")
# %%
pcamodel = PCAModel(model_data="s3://ml-artifacts/model.tar.gz", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", vpc_config=network)
pcamodel.deploy(1, "ml.m5.large", kms_key="alias/ml-volume")
# %%
randomcutforestmodel = RandomCutForestModel(model_data="s3://ml-artifacts/model.tar.gz", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", vpc_config=network)
randomcutforestmodel.deploy(1, "ml.m5.large", kms_key="alias/ml-volume")
