# dynamic: CreateModel.ExecutionRoleArn, CreateInferenceRecommendationsJob.RoleArn
from sagemaker.model import Model
from sagemaker.parameter import CategoricalParameter
from sagemaker.inference_recommender.inference_recommender_mixin import Phase, ModelLatencyThreshold

model = Model(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    model_data="s3://ml-artifacts/model.tar.gz",
    role="SageMakerExecutionRole", enable_network_isolation=True,
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
)
# %%
model.right_size(
    sample_payload_url="s3://ml-data/payload.tar.gz",
    supported_content_types=["text/csv"], framework="PYTORCH", 
    hyperparameter_ranges=[{"instance_types": CategoricalParameter(["ml.c5.xlarge", "ml.c5.2xlarge"]), "OMP_NUM_THREADS": CategoricalParameter(["1"])}],
    phases=[Phase(duration_in_seconds=120, initial_number_of_users=2, spawn_rate=2)], traffic_type="PHASES", max_tests=3, max_parallel_tests=1, log_level="Quiet",
)
predictor = model.deploy(initial_instance_count=1, instance_type="ml.c5.xlarge")
