import sagemaker
from sagemaker.estimator import Estimator
from sagemaker.model_card import ModelCard

ROLE = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
OTHER = "arn:aws:iam::111122223333:role/ServingRole"
network = {"subnets": ["subnet-0a10000000000001a"], "security_group_ids": ["sg-0a1000000000000aa"]}
session = sagemaker.Session()


def registered(group, **settings):
    est = Estimator(
        "111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1",
        ROLE,
        instance_count=1,
        instance_type="ml.m5.xlarge",
        output_path="s3://ml-artifacts/out",
        sagemaker_session=session,
        **network,
    )
    est.fit("s3://ml-data/train")
    return est.register(
        content_types=["text/csv"],
        response_types=["text/csv"],
        inference_instances=["ml.m5.xlarge"],
        transform_instances=["ml.m5.xlarge"],
        model_package_group_name=group,
        model_card=ModelCard(name="card", sagemaker_session=session),
        **settings,
    )


# %%
package = registered("served")
package.deploy(initial_instance_count=1, instance_type="ml.m5.xlarge", endpoint_name="served")
# %%
package = registered("by-another", role=OTHER)
package.transformer(1, "ml.m5.xlarge", output_path="s3://ml-artifacts/scores").transform("s3://ml-data/in")
