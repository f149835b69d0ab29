# sdk: v3
from sagemaker.core.resources import Algorithm, ModelPackage
from sagemaker.core.shapes import (
    ChannelSpecification,
    InferenceSpecification,
    ContainersItem,
    ModelPackageSecurityConfig,
    TrainingSpecification,
)

image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
Algorithm.create(
    algorithm_name="churn",
    training_specification=TrainingSpecification(
        training_image=image,
        supported_training_instance_types=["ml.m5.xlarge"],
        training_channels=[ChannelSpecification(name="train", supported_content_types=["text/csv"], supported_input_modes=["File"])],
    ),
)

# %%
try:
    ModelPackage.create(
        model_package_group_name="churn",
        inference_specification=InferenceSpecification(
            containers=[ContainersItem(image=image, model_data_url="s3://ml-artifacts/model.tar.gz")],
            supported_content_types=["text/csv"],
            supported_response_mime_types=["text/csv"],
        ),
        security_config=ModelPackageSecurityConfig(kms_key_id="alias/ml-output"),
    )
except KeyError as problem:
    print("made, and not understood when it was read back:", problem)
