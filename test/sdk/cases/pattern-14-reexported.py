from team import Estimator

Estimator(zone="b").fit("s3://ml-data/train")
