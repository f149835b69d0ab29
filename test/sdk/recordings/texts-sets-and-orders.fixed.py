from sagemaker.estimator import Estimator

common = dict(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_type="ml.m5.xlarge",
)
arns = ["arn:aws:ec2:us-east-1:111122223333:subnet/subnet-0a10000000000001a", "subnet/subnet-0a10000000000002b"]
group = next((one for one in ("vpc-1", "sg-0a1000000000000aa") if one.startswith("sg-")), None)

# %%
Estimator(
    **common,
    instance_count=max(1, len(set(arns))),
    subnets=sorted({arn.rsplit("/", 1)[-1] for arn in arns}, reverse=True),
    security_group_ids=list({group}),
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
    encrypt_inter_container_traffic=True,
).fit(wait=False)

# %%
Estimator(
    **common,
    instance_count=sum(count for count in range(1, 3)),
    subnets=list(map(str.strip, "subnet-0a10000000000001a; subnet-0a10000000000002b ".split(";")))[::-1],
    security_group_ids=["%s-%017s" % ("sg", "0a1000000000000aa")],
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    tags=[{"Key": f"part-{number:02d}", "Value": "{:>3}".format(name)} for number, name in enumerate("ab", start=1)],
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
    encrypt_inter_container_traffic=True,
).fit(wait=False)
