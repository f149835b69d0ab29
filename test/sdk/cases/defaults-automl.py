# user defaults: all.yaml
from sagemaker import AutoML

job = AutoML(target_attribute_name="y")
job.fit("s3://ml-data/train.csv", wait=False)
