# dynamic: CreateTransformJob.TransformResources.VolumeKmsKeyId, CreateTransformJob.TransformResources.InstanceType
from sagemaker.transformer import Transformer
from sagemaker.sklearn.model import SKLearnModel
import sagemaker

m = SKLearnModel(
    model_data="s3://ml-artifacts/model.tar.gz",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    entry_point="inference.py",
    framework_version="1.2-1",
    vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]},
)
t = m.transformer(
    instance_count=2,
    instance_type="ml.m5.xlarge",
    output_path="s3://ml-out/",
    accept="text/csv",
    volume_kms_key="alias/ml-volume",
    output_kms_key="alias/ml-output",
)
t.transform("s3://ml-data/batch", wait=False)
t.instance_type = "ml.c5.xlarge"
t.volume_kms_key = None
t.transform(data="s3://ml-data/batch2", wait=False, job_name="second-transform")
