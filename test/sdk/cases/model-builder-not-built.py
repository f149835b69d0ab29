from sagemaker.serve import ModelBuilder, SchemaBuilder

b = ModelBuilder(model="gpt2", schema_builder=SchemaBuilder("a", "b"), role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole", image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1")
b.deploy()
