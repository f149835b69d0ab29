"""Writes core/src/catalog/sagemaker-answers.json from botocore's service model of SageMaker.

    python sagemaker_answers.py > ../../src/catalog/sagemaker-answers.json

For each Describe* operation the top-level members of its answer, which is where a `--query` begins.
"""

from __future__ import annotations

import sys

import botocore.loaders
import sdk_introspection as sdk


def main() -> None:
    model = botocore.loaders.Loader().load_service_model("sagemaker", "service-2")
    answers = {
        name: list(model["shapes"][operation["output"]["shape"]]["members"])
        for name, operation in model["operations"].items()
        if name.startswith("Describe") and "output" in operation
    }
    sdk.write({"versions": sdk.versions("botocore"), "answers": answers})


if __name__ == "__main__":
    sys.exit(main())
