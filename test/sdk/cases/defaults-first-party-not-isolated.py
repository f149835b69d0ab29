# user defaults: all.yaml
from sagemaker import KNN
from sagemaker.amazon.amazon_estimator import RecordSet

knn = KNN(k=3, sample_size=100, predictor_type="regressor", instance_count=1, instance_type="ml.m5.xlarge")
knn.fit(RecordSet("s3://ml-data/records", 100, 10))
