from sagemaker import PCA, KMeans
from sagemaker.amazon.amazon_estimator import RecordSet

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
network = {"subnets": ["subnet-0a10000000000001a"], "security_group_ids": ["sg-0a1000000000000aa"]}
pca = PCA(role, 1, "ml.c5.xlarge", num_components=2, output_path="s3://ml-data/pca", **network)
pca.fit(RecordSet("s3://ml-data/points", 100, feature_dim=4), mini_batch_size=10, wait=False)
kmeans = KMeans(role, 1, "ml.c5.xlarge", k=3, output_path="s3://ml-data/k-means", **network)
train = RecordSet("s3://ml-data/train", 10, 4, distribution="FullyReplicated")
kmeans.fit([train, RecordSet("s3://ml-data/test", 10, 4, "S3Prefix", channel="test")], wait=False)
