# user defaults: all.yaml
from sagemaker.automl.automlv2 import AutoMLDataChannel, AutoMLTabularConfig, AutoMLV2

channel = AutoMLDataChannel(s3_data_type="S3Prefix", s3_uri="s3://ml-data/train.csv", channel_type="training")
job = AutoMLV2(AutoMLTabularConfig(target_attribute_name="y"))
job.fit(channel, wait=False)
