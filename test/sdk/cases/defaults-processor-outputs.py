# user defaults: all.yaml
from sagemaker.processing import ProcessingOutput
from sagemaker.sklearn.processing import SKLearnProcessor

processor = SKLearnProcessor(framework_version="1.2-1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, instance_type="ml.m5.xlarge")
processor.run(code="s3://ml-data/prepare.py", outputs=[ProcessingOutput(source="/opt/ml/processing/out", destination="s3://ml-data/out")], wait=False)
