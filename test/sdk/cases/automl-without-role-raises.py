from sagemaker.automl.automl import AutoML

AutoML(target_attribute_name="y").fit("s3://ml-data/train.csv", wait=False)
