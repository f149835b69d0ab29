/** A cell for rule tests: an Estimator, and arguments in which nothing is missing but what a test is about. */
export const estimatorPrelude = `\
from sagemaker.estimator import Estimator

job = dict(role="arn:aws:iam::111122223333:role/Training", image_uri="image", instance_count=1, instance_type="ml.m5.large")
keys = dict(volume_kms_key="alias/ml-volume", output_kms_key="alias/ml-volume")
network = dict(subnets=["subnet-a1"], security_group_ids=["sg-train"])
`;
