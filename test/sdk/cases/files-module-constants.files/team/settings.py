ROLE = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"


def encrypted():
    return __name__ == "team.settings"


def estimator_settings(count=1):
    return {"instance_count": count, "instance_type": "ml.m5.xlarge"}
