# known: InputDataConfig
from sagemaker.automl.automl import AutoML

automl = AutoML(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    target_attribute_name="label",
    content_type="text/csv;header=present",
)
automl.fit("s3://ml-data/train", wait=False)
