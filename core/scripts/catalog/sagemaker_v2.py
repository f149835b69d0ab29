"""Writes core/src/catalog/sagemaker-v2.json from the SageMaker Python SDK v2 of the running interpreter.

    python sagemaker_v2.py > ../../src/catalog/sagemaker-v2.json

The environment needs `sagemaker<3`. Nothing is called: the SDK is imported and its signatures are read. The
notation is that of submitting_surface.py.
"""

from __future__ import annotations

import re

import sdk_introspection as sdk
import submitting_surface

# What a submitting call is written with, though it carries none of these settings itself.
ALSO = {
    "sagemaker.inputs.TrainingInput",
    "sagemaker.inputs.FileSystemInput",
    "sagemaker.inputs.TransformInput",
    "sagemaker.instance_group.InstanceGroup",
    "sagemaker.network.NetworkConfig",
    "sagemaker.processing.ProcessingInput",
    "sagemaker.processing.ProcessingOutput",
    "sagemaker.session.Session",
    "sagemaker.session.get_execution_role",
    "sagemaker.image_uris.retrieve",
    "sagemaker.remote_function.client.remote",
    "sagemaker.session.production_variant",
    "sagemaker.workflow.function_step.step",
    "sagemaker.local.local_session.LocalSession",
    "sagemaker.tuner.HyperparameterTuner",
    "sagemaker.workflow.parameters.ParameterFloat",
    "sagemaker.workflow.parameters.ParameterInteger",
    "sagemaker.workflow.parameters.ParameterString",
    "sagemaker.workflow.pipeline.Pipeline",
    "sagemaker.workflow.pipeline_context.PipelineSession",
    "sagemaker.workflow.steps.ProcessingStep",
    "sagemaker.workflow.steps.TrainingStep",
    "sagemaker.workflow.steps.TransformStep",
    "sagemaker.workflow.steps.TuningStep",
}
SKIPPED = re.compile(
    r"\.(cli|local|serve|feature_store\.feature_processor|remote_function\.(runtime_environment|core)|aws_batch"
    r"|interactive_apps|container_drivers|lineage|experiments|training_compiler\.frameworks|jumpstart\.types|jumpstart\.factory)(\.|$)"
)
KEPT = re.compile(r"^sagemaker\.(local|local\.local_session|serve|serve\.builder\.model_builder)$")


def main() -> None:
    described = submitting_surface.describe(is_wanted, ALSO)
    sdk.write({"versions": sdk.versions("sagemaker"), **described})


def is_wanted(module: str) -> bool:
    return KEPT.search(module) is not None or SKIPPED.search(module) is None


if __name__ == "__main__":
    main()
