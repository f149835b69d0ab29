# sdk: v3
from sagemaker.core import resources, shapes

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
resources.FlowDefinition.create(
    flow_definition_name="f",
    output_config=shapes.FlowDefinitionOutputConfig(s3_output_path="s3://ml-artifacts/f", kms_key_id="alias/ml-output"),
    role_arn=role,
)
