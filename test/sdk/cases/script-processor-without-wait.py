from sagemaker.processing import ScriptProcessor

processor = ScriptProcessor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    command=["python3"],
    instance_count=1,
    instance_type="ml.m5.xlarge",
)
processor.run("s3://ml-data/code.py", wait=False)
