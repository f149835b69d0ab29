import sagemaker
from sagemaker.model import Model
from sagemaker.pipeline import PipelineModel

ROLE = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
IMAGE = "111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1"
network = {"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}
session = sagemaker.Session()


def model():
    return Model(IMAGE, model_data="s3://ml-data/model.tar.gz", role=ROLE, vpc_config=network, enable_network_isolation=True, sagemaker_session=session)


def registered(one, group):
    return one.register(
        content_types=["text/csv"],
        response_types=["text/csv"],
        inference_instances=["ml.m5.xlarge"],
        transform_instances=["ml.m5.xlarge"],
        model_package_group_name=group,
    )


# %%
package = registered(model(), "outside")
package.deploy(initial_instance_count=1, instance_type="ml.m5.xlarge", endpoint_name="outside")
# %%
package = registered(model(), "inside")
package.vpc_config = network
package.deploy(1, "ml.m5.large", endpoint_name="inside", kms_key="alias/ml-volume")
# %%
registered(model(), "sized").right_size(
    sample_payload_url="s3://ml-data/payload.tar.gz",
    supported_content_types=["text/csv"],
    supported_instance_types=["ml.m5.xlarge"],
    framework="XGBOOST",
)
# %%
pipeline = PipelineModel([model(), model()], role=ROLE, vpc_config=network, sagemaker_session=session)
package = registered(pipeline, "pipeline")
package.deploy(1, "ml.m5.2xlarge", endpoint_name="pipeline")
# %%
package.transformer(
    1,
    "ml.m5.xlarge",
    output_path="s3://ml-data/out",
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
).transform("s3://ml-data/in")
