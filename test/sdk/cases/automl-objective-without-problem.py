from sagemaker.automl.automl import AutoML

a = AutoML(role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", target_attribute_name="y", job_objective={"MetricName": "F1"})
a.fit("s3://ml-data/t.csv", wait=False)
