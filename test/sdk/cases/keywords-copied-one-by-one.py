from sagemaker.estimator import Estimator

IMAGE = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
ROLE = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
settings = {"subnets": ["subnet-0a10000000000001a"], "security_group_ids": ["sg-0a1000000000000aa"], "tags": None}
names = ["subnets", "security_group_ids", "output_kms_key"]


def option(name):
    return settings.get(name)


# %%
Estimator(IMAGE, ROLE, 1, "ml.m5.large", **{name: settings.get(name) for name in names}).fit("s3://ml-data/a", wait=False)
# %%
chosen = dict((name, settings.get(name)) for name in names)
Estimator(IMAGE, ROLE, 1, "ml.m5.xlarge", **chosen).fit("s3://ml-data/b", wait=False)
# %%
looked_up = {"subnets": option("subnets"), "security_group_ids": option("security_group_ids"), "output_kms_key": option("output_kms_key")}
Estimator(IMAGE, ROLE, 1, "ml.m5.2xlarge", **looked_up).fit("s3://ml-data/c", wait=False)
# %%
copied = {}
for name in names:
    copied[name] = settings.get(name)
Estimator(IMAGE, ROLE, 1, "ml.m5.4xlarge", **copied).fit("s3://ml-data/d", wait=False)
