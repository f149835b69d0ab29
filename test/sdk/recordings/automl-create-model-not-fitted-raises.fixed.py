from sagemaker.automl.automl import AutoML

a = AutoML(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    target_attribute_name="y",
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
m = a.create_model(name="m", inference_response_keys=None)
m.deploy(1, "ml.m5.large")
