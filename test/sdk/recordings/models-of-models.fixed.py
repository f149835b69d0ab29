from sagemaker.model import Model
from sagemaker.multidatamodel import MultiDataModel
from sagemaker.pipeline import PipelineModel
from sagemaker.sklearn import SKLearnModel
import sagemaker

sess = sagemaker.Session()
vpc = {"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}
inner = Model(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    model_data="s3://ml-artifacts/model.tar.gz",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    sagemaker_session=sess,
    vpc_config=vpc,
    enable_network_isolation=True,
)
mdm = MultiDataModel(
    name="mdm", model_data_prefix="s3://ml-artifacts/many/", model=inner, sagemaker_session=sess
)
mdm.deploy(1, "ml.m5.large")
sk = SKLearnModel(
    model_data="s3://ml-artifacts/sk.tar.gz",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    entry_point="inference.py",
    framework_version="1.2-1",
    sagemaker_session=sess,
)
pm = PipelineModel(
    [sk, inner],
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    name="chain",
    sagemaker_session=sess,
    vpc_config=vpc,
)
pm.deploy(1, "ml.m5.xlarge", endpoint_name="chain-ep")
pt = pm.transformer(
    1,
    "ml.m5.xlarge",
    output_path="s3://ml-out/",
    volume_kms_key="alias/ml-volume",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
pt.transform("s3://ml-data/batch")
