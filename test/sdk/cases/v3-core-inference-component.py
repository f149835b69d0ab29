# sdk: v3
from sagemaker.core.resources import InferenceComponent
from sagemaker.core.shapes import InferenceComponentSpecification, InferenceComponentComputeResourceRequirements, InferenceComponentRuntimeConfig

InferenceComponent.create(inference_component_name="i", endpoint_name="e", variant_name="v", specification=InferenceComponentSpecification(model_name="m", compute_resource_requirements=InferenceComponentComputeResourceRequirements(min_memory_required_in_mb=128)), runtime_config=InferenceComponentRuntimeConfig(copy_count=1))
