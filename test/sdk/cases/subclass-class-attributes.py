from sagemaker.pytorch import PyTorch

SECURE = dict(subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"], security_group_ids=["sg-0a1000000000000aa"], output_kms_key="alias/ml-output")


class TeamPyTorch(PyTorch):
    VOLUME_KEY = "alias/ml-volume"

    def __init__(self, entry_point, **kwargs):
        merged = {**SECURE, "volume_kms_key": self.VOLUME_KEY, **kwargs}
        super().__init__(entry_point=entry_point, role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", framework_version="2.0.1", py_version="py310", **merged)


class OpenPyTorch(TeamPyTorch):
    VOLUME_KEY = None


TeamPyTorch("train.py", instance_count=1, instance_type="ml.m5.xlarge").fit("s3://ml-data/train", wait=False)
# %%
OpenPyTorch("train.py", instance_count=1, instance_type="ml.g5.xlarge", subnets=["subnet-0a10000000000001a"]).fit("s3://ml-data/train", wait=False)
# %%
other = TeamPyTorch("train.py", instance_count=2, instance_type="ml.m5.xlarge", output_kms_key=None)
other.encrypt_inter_container_traffic = True
other.fit("s3://ml-data/train", wait=False)
