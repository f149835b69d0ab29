"""Writes core/src/catalog/sagemaker-api.json from botocore's service model of SageMaker.

    python sagemaker_api.py > ../../src/catalog/sagemaker-api.json

For each Create* and Update* operation with a setting that concerns network, keys, isolation, instances or
roles, and for those of ALSO: the client method, all top-level members, the required ones, and those settings
by path with the model's own limits. `[]` in a path is any item of a list.
"""

from __future__ import annotations

import re
import sys
from typing import Any

import botocore.loaders
import sdk_introspection as sdk
from botocore import xform_name

SECURITY = re.compile(
    r"(^|\.)(VpcConfig|NetworkConfig|SecurityConfig|Subnets|SubnetIds?|SecurityGroupIds|SecurityGroups|VpcId"
    r"|\w*KmsKey\w*|EnableNetworkIsolation|EnableInterContainerTrafficEncryption|InstanceType|InstanceCount"
    r"|InitialInstanceCount|InstanceGroups|ResourceConfig|VolumeSizeInGB|RoleArn|ExecutionRoleArn|ExecutionRole"
    r"|OutputDataConfig|S3OutputPath|StoppingCondition|MaxRuntimeInSeconds|DirectInternetAccess|AppNetworkAccessType"
    r"|RootAccess)(\[\])?$"
)
# What starts something that other requests have set up.
ALSO = {"CreateEndpoint", "StartPipelineExecution", "UpdateEndpoint"}
DEEPEST = 8


def main() -> None:
    model = botocore.loaders.Loader().load_service_model("sagemaker", "service-2")
    shapes = model["shapes"]
    operations: dict[str, Any] = {}
    for name, operation in model["operations"].items():
        if "input" not in operation or not (name in ALSO or re.match("Create|Update", name)):
            continue
        shape = shapes[operation["input"]["shape"]]
        settings = settings_of(shapes, operation["input"]["shape"])
        if settings or name in ALSO:
            operations[name] = {
                "method": xform_name(name),
                "members": list(shape["members"]),
                "required": required_of(shape),
                "settings": settings,
            }
    versions = {**sdk.versions("botocore"), "api": model["metadata"]["apiVersion"]}
    sdk.write({"versions": versions, "operations": operations})


def required_of(shape: dict[str, Any]) -> list[str]:
    """What the caller has to give: botocore makes idempotency tokens itself."""
    members = shape["members"]
    return [name for name in shape.get("required", []) if not members[name].get("idempotencyToken")]


def settings_of(shapes: dict[str, Any], name: str) -> dict[str, Any]:
    settings: dict[str, Any] = {}

    def visit(name: str, path: str, required: bool, above: tuple[str, ...]) -> None:
        shape = shapes[name]
        if path and SECURITY.search(path):
            settings[path] = described(shape, required)
        if len(above) >= DEEPEST or name in above:
            return
        if shape["type"] == "structure":
            for member, reference in shape["members"].items():
                below = f"{path}.{member}" if path else member
                visit(reference["shape"], below, member in shape.get("required", []), (*above, name))
        elif shape["type"] == "list":
            visit(shape["member"]["shape"], f"{path}[]", False, (*above, name))

    visit(name, "", False, ())
    return settings


def described(shape: dict[str, Any], required: bool) -> dict[str, Any]:
    setting: dict[str, Any] = {"type": shape["type"]}
    if required:
        setting["required"] = True
    if shape["type"] == "structure":
        setting["members"] = list(shape["members"])
    for limit in ("min", "max", "pattern"):
        if limit in shape:
            setting[limit] = shape[limit]
    if "enum" in shape and not any(value.startswith("ml.") for value in shape["enum"]):
        setting["enum"] = shape["enum"]
    return setting


if __name__ == "__main__":
    sys.exit(main())
