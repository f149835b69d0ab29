"""Writes core/src/catalog/sagemaker-v3.json from the SageMaker Python SDK v3 of the running interpreter.

    python sagemaker_v3.py > ../../src/catalog/sagemaker-v3.json

The environment needs `sagemaker>=3`. Nothing is called: the SDK is imported and its signatures are read. The
notation is that of submitting_surface.py.
"""

from __future__ import annotations

import re

import sdk_introspection as sdk
import submitting_surface

# What a submitting call is written with, though it carries none of these settings itself.
ALSO = {
    "sagemaker.core.helper.session_helper.Session",
    "sagemaker.core.helper.session_helper.get_execution_role",
    "sagemaker.core.image_uris.retrieve",
    "sagemaker.core.network.NetworkConfig",
    "sagemaker.core.resources.HyperParameterTuningJob",
    "sagemaker.core.resources.TransformJob",
    "sagemaker.core.shapes.shapes.HyperParameterTrainingJobDefinition",
    "sagemaker.core.shapes.shapes.ProcessingResources",
    "sagemaker.core.shapes.shapes.StoppingCondition",
    "sagemaker.core.training.configs.InputData",
    "sagemaker.core.training.configs.SourceCode",
    "sagemaker.train.tuner.HyperparameterTuner",
}
SKIPPED = re.compile(
    r"\.(cli|local|container_drivers|runtime_environment|sm_recipes|ai_registry|jumpstart|model_server|utils"
    r"|feature_processor|aws_batch|spark_launcher|interactive_apps|lineage|experiments|remote_function\.core"
    r"|evaluate|tests?)(\.|$)|^sagemaker\.core\.modules(\.|$)"
)
PACKAGES = ("sagemaker", "sagemaker-core", "sagemaker-train", "sagemaker-serve", "sagemaker-mlops")


def main() -> None:
    described = submitting_surface.describe(lambda module: SKIPPED.search(module) is None, ALSO)
    sdk.write({"versions": sdk.versions(*PACKAGES), **described})


if __name__ == "__main__":
    main()
